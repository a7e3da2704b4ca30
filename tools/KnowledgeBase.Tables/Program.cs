// Makes the tables that the programs embed; run it only when their sources change.
//   dotnet run --project tools/KnowledgeBase.Tables -- characters src/KnowledgeBase.Corpus/Text/Data
//   dotnet run --project tools/KnowledgeBase.Tables -- lexicon tools/KnowledgeBase.Tables/Lexicon src/KnowledgeBase.Search/Analysis/Data/lexicon.bin.gz
using KnowledgeBase.Tables;

switch (args)
{
    case ["characters", var folder]:
        CharacterTables.Write(folder);
        return 0;
    case ["lexicon", var source, var output]:
        LexiconCompiler.Compile(source, output);
        return 0;
    default:
        Console.Error.WriteLine("usage: dotnet run --project tools/KnowledgeBase.Tables -- characters FOLDER | lexicon SOURCE-FOLDER OUTPUT");
        return 2;
}
