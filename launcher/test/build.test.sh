# What is built, when, and what is said when it fails.
. "$(dirname "${BASH_SOURCE[0]}")/sandbox.sh"

# later FILE makes a file newer than everything built so far.
later() { touch -t 203801010000 "$1"; }

# earlier FILE makes it older again.
earlier() { touch -t 200001010000 "$1"; }

built_server() { called "mvnw "; }
built_screens() { called "npm --no-fund --no-audit --loglevel=error run build"; }
fetched_packages() { called "npm --no-fund --no-audit --loglevel=error ci"; }
not() { ! "$@"; }

machine
checkout "$SANDBOX/tuntas"
jdk "$SANDBOX/jdks/temurin-25" 25
node "$SANDBOX/nodes" v22.12.0

launch serve --port 0 --data "$SANDBOX/data"
it "builds everything at the first start" eval 'ended_with 0 && fetched_packages && built_screens && built_server'
it "lets the JVM learn from one start" called "-XX:AOTCacheOutput="

launch serve --port 0 --data "$SANDBOX/data"
it "builds nothing at the second start" eval 'ended_with 0 && not built_server && not built_screens'
it "starts with what the JVM has learnt" printed "-XX:AOTCache=$HOME_OF_TUNTAS/.tuntas/app/"
it "hands the verb and its options to the server" printed "serve"

later "$HOME_OF_TUNTAS/server/src/main/java/Road.java"
launch serve --port 0 --data "$SANDBOX/data"
it "builds the server again when its source has changed" built_server
it "leaves the screens as they are then" not built_screens

earlier "$HOME_OF_TUNTAS/server/src/main/java/Road.java"
later "$HOME_OF_TUNTAS/web/apps/office/src/main.ts"
launch user list
it "does not build screens for a verb that shows none" not built_screens
launch serve --port 0 --data "$SANDBOX/data"
it "builds the screens again when their source has changed" eval 'built_screens && built_server'
it "does not fetch libraries that have not changed" not fetched_packages
earlier "$HOME_OF_TUNTAS/web/apps/office/src/main.ts"

mkdir -p "$HOME_OF_TUNTAS/.tuntas/build.lock"
printf '999999999\n' > "$HOME_OF_TUNTAS/.tuntas/build.lock/pid"
later "$HOME_OF_TUNTAS/pom.xml"
launch user list
it "takes over the lock of a build that is no more" eval 'ended_with 0 && built_server'
it "leaves no lock behind" test ! -e "$HOME_OF_TUNTAS/.tuntas/build.lock"

# broken LINE... a Maven that fails and says this.
broken() {
  program "$HOME_OF_TUNTAS/mvnw" "printf '%s\n' \"$1\"" 'exit 1'
  launch user list
}

# told WORDS...: the last two lines are a sentence in each language.
told() {
  local word
  for word in "$@"; do tail -n 2 "$SANDBOX/err" | grep -qF -e "$word" || return 1; done
}

broken "[ERROR] COMPILATION ERROR"
it "ends with 1 when the build fails and names the log" eval 'ended_with 1 && told "Pembangunan gagal" "The build failed" ".tuntas/log/build.log"'
it "shows the end of the log" grep -qF "COMPILATION ERROR" "$SANDBOX/err"
it "leaves no lock behind after a failure" test ! -e "$HOME_OF_TUNTAS/.tuntas/build.lock"
broken "Could not transfer artifact from central"
it "asks for the internet when the libraries cannot be fetched" eval 'ended_with 3 && told "perlu internet" "needs the internet"'
broken "No space left on device"
it "asks for room when the disk fills up meanwhile" eval 'ended_with 3 && told "Disk penuh" "The disk is full"'

machine
checkout "$SANDBOX/as a class data archive"
jdk "$SANDBOX/jdks/temurin-21" 21.0.4
node "$SANDBOX/nodes" v22.12.0
launch serve --port 0 --data "$SANDBOX/data"
launch serve --port 0 --data "$SANDBOX/data"
it "uses class data sharing where the JDK has no AOT cache" printed "-XX:SharedArchiveFile="

launch roster check list.xlsx
it "runs the roster's verbs without the server" printed "id.tuntas.rosterfile.cli.RosterCommand"

finish
