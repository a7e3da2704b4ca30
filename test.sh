#!/usr/bin/env bash
# Does all the set-up that the tests need and runs every one of them.
set -euo pipefail
cd "$(dirname "$0")"

dotnet restore KnowledgeBase.sln --locked-mode
dotnet build KnowledgeBase.sln --no-restore --configuration Release --nologo --verbosity quiet
dotnet test --solution KnowledgeBase.sln --no-build --configuration Release "$@"
