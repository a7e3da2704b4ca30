#!/usr/bin/env bash
# Does all the set-up that the tests need and runs every one of them.
set -euo pipefail
cd "$(dirname "$0")"

# Readers of the export formats that are not ours: xmllint for TEI; Node.js for BibTeX, RIS, CSL-JSON and CSV.
missing=()
command -v xmllint >/dev/null || missing+=(libxml2-utils)
command -v npm >/dev/null || missing+=(nodejs npm)
# A real browser, and type to show Chinese in the screenshots.
command -v chromium >/dev/null || missing+=(chromium)
[ -d /usr/share/fonts/opentype/noto ] || missing+=(fonts-noto-cjk)
if [ "${#missing[@]}" -gt 0 ]; then
  as_root=; [ "$(id -u)" -eq 0 ] || as_root=sudo
  $as_root apt-get update -qq
  $as_root apt-get install -y -qq --no-install-recommends "${missing[@]}"
fi
npm ci --prefix tests/Readers --ignore-scripts --no-audit --no-fund --loglevel=error

dotnet restore KnowledgeBase.sln --locked-mode
dotnet build KnowledgeBase.sln --no-restore --configuration Release --nologo --verbosity quiet
dotnet test --solution KnowledgeBase.sln --no-build --configuration Release "$@"
