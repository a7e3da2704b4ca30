#!/usr/bin/env bash
# Feeds every part that reads what others wrote N inputs (a million), and prints what came of it:
#   tests/fuzz.sh [N] [--seed S] [--target NAME] [--threads T] [--from NUMBER]
#   tests/fuzz.sh --target NAME --replay FILE
set -euo pipefail
cd "$(dirname "$0")/.."
exec dotnet run -c Release --project tests/KnowledgeBase.Benchmarks -- fuzz "$@"
