# What is measured, and by what.
. "$(dirname "${BASH_SOURCE[0]}")/sandbox.sh"

machine
checkout "$SANDBOX/tuntas"
mkdir -p "$HOME_OF_TUNTAS/e2e/bench" "$HOME_OF_TUNTAS/bench/target"
printf '{}\n' > "$HOME_OF_TUNTAS/e2e/package-lock.json"
printf '{}\n' > "$HOME_OF_TUNTAS/e2e/bench/package-lock.json"
: > "$HOME_OF_TUNTAS/bench/target/tuntas-bench.jar"
jdk "$SANDBOX/jdks/temurin-25" 25
node "$SANDBOX/nodes" v22.12.0

in_browser() { called "npm --no-fund --no-audit --loglevel=error run --silent bench"; }
not() { ! "$@"; }

launch bench nothing
it "refuses a bench that there is not" refused "Bench nothing tidak ada" "There is no bench nothing"
it "has built nothing then" test ! -s "$CALLS"

launch bench intake
it "runs one bench of the program without a browser" eval 'ended_with 0 && printed id.tuntas.bench.Bench && printed intake && not printed import && not in_browser'

launch bench field
it "says that the field app's bench needs a browser" eval 'ended_with 3 && grep -q "There is no Chromium" "$SANDBOX/err"'

program "$SANDBOX/bin/chromium" :
launch bench
it "runs all without a name" eval 'ended_with 0 && printed import && printed intake && in_browser'
it "fetched Lighthouse once" eval 'grep -q "fetching Lighthouse" "$SANDBOX/err" && launch bench field && ended_with 0 && ! grep -q "fetching Lighthouse" "$SANDBOX/err"'

finish
