#!/usr/bin/env bash
# Does harm to an index in every way that the README tells of, and prints what came of it: tests/faults.sh [KILLS]
set -euo pipefail
cd "$(dirname "$0")/.."
exec dotnet run -c Release --project tests/KnowledgeBase.Benchmarks -- faults "$@"
