[assembly: AssemblyFixture(typeof(KnowledgeBase.Tests.Service))]
