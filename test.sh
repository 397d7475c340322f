#!/usr/bin/env bash
# Restores, builds and runs every test, and prints the sum last. Needs the .NET SDK of global.json and the machine's package source.
set -uo pipefail
cd "$(dirname "$0")"

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
if ! command -v dotnet >/dev/null 2>&1; then
  echo "The .NET SDK is missing: install .NET 10 (https://dotnet.microsoft.com/download) and run this again." >&2
  echo "0 passed, 1 failed"
  exit 1
fi

configuration="${CONFIGURATION:-Release}"
dotnet build GuidanceFlow.sln --configuration "$configuration" --nologo -v minimal || { echo "0 passed, 1 failed"; exit 1; }

# Diagrams are read by Mermaid and Graphviz themselves. Where they are missing and cannot be got, their tests are skipped and say why.
if ! command -v dot >/dev/null 2>&1 && command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" -eq 0 ]; then
  { apt-get install -y --no-install-recommends graphviz || { apt-get update && apt-get install -y --no-install-recommends graphviz; }; } >/dev/null 2>&1 </dev/null || echo "Graphviz could not be installed." >&2
fi
mermaid=tests/GuidanceFlow.Tests/Diagrams/MermaidParser/package.json
if command -v npm >/dev/null 2>&1 && ! { [ -d artifacts/mermaid/node_modules/mermaid ] && cmp -s "$mermaid" artifacts/mermaid/package.json; }; then
  mkdir -p artifacts/mermaid && cp "$mermaid" artifacts/mermaid/package.json
  npm install --prefix artifacts/mermaid --no-package-lock --no-audit --no-fund >/dev/null 2>&1 </dev/null || { rm -rf artifacts/mermaid; echo "The npm package mermaid could not be installed." >&2; }
fi

# The command as its package installs it, compiled to native code. Where the compiler's packages or a linker are missing, its tests are skipped and say why.
dotnet publish src/GuidanceFlow.Cli --use-current-runtime --configuration Release --nologo -v quiet --output artifacts/native || echo "The command could not be compiled to native code." >&2

passed=0
failed=0
for project in tests/*.Tests/; do
  name="$(basename "$project")"
  echo "== $name"
  report="$(mktemp)"
  dotnet exec "$project/bin/$configuration/net10.0/$name.dll" -noColor 2>&1 | tee "$report"
  code="${PIPESTATUS[0]}"
  # The runner's last line: "  Name  Total: 12, Errors: 0, Failed: 1, Skipped: 0, Not Run: 0, Time: 0.3s"
  summary="$(grep -E "^ +$name +Total: " "$report" | tail -1)"
  rm -f "$report"
  number() { sed -nE "s/.*$1: ([0-9]+).*/\1/p; t; s/.*/0/p" <<<"$summary"; }
  if [ -z "$summary" ]; then
    echo "$name ended without a summary (exit code $code)." >&2
    failed=$((failed + 1))
    continue
  fi
  bad=$(($(number Errors) + $(number Failed)))
  if [ "$bad" -eq 0 ] && [ "$code" -ne 0 ]; then
    echo "$name ended with exit code $code." >&2
    bad=1
  fi
  passed=$((passed + $(number Total) - $(number Errors) - $(number Failed) - $(number Skipped) - $(number "Not Run")))
  failed=$((failed + bad))
done

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
