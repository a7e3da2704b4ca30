#!/usr/bin/env bash
# Measures the whole system over N made-up statements beside SQLite and stock Lucene.NET: tests/bench.sh [N…]
set -euo pipefail
cd "$(dirname "$0")/.."

[ "$#" -gt 0 ] || set -- 1000 10000 100000
dotnet build tests/KnowledgeBase.Benchmarks --configuration Release --nologo --verbosity quiet
for count in "$@"; do
  dotnet tests/KnowledgeBase.Benchmarks/bin/Release/net10.0/KnowledgeBase.Benchmarks.dll system "$count"
done
