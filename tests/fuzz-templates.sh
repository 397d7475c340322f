#!/usr/bin/env bash
# Tries templates made up at random and prints the seed and the template of every failure: tests/fuzz-templates.sh [seconds] [first-seed]
set -euo pipefail
cd "$(dirname "$0")/GuidanceFlow.Templates.Tests"

dotnet build --configuration Release --nologo -v quiet
export GUIDANCEFLOW_FUZZ_SECONDS="${1:-60}" GUIDANCEFLOW_FUZZ_SEED="${2:-$RANDOM$RANDOM}"
exec dotnet exec bin/Release/net10.0/GuidanceFlow.Templates.Tests.dll -noColor -method '*TemplateFuzzTests.AnyTemplate*'
