#!/usr/bin/env bash
# Searches the service at 70 % of the most that it bears, with a rebuild every minute, and prints what came of it: tests/soak.sh [MINUTES]
set -euo pipefail
cd "$(dirname "$0")/.."
exec dotnet run -c Release --project tests/KnowledgeBase.Benchmarks -- soak "$@"
