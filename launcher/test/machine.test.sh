# What the launcher says about the machine it stands on.
. "$(dirname "${BASH_SOURCE[0]}")/sandbox.sh"

machine
checkout "$SANDBOX/tuntas"
launch user list
it "asks for a JDK when there is none" missing "JDK belum ada" "There is no JDK"

jdk "$SANDBOX/jdks/temurin-17" 17.0.9
launch user list
it "names the JDK that is too old" missing "JDK 17 ($SANDBOX/jdks/temurin-17) terlalu tua" "is too old"

jdk "$SANDBOX/jdks/temurin-21" 21.0.4
launch user list
it "finds a JDK 21 among the usual folders" called "java $SANDBOX/jdks/temurin-21:"

jdk "$SANDBOX/jdks/temurin-24" 24.0.1
launch user list
it "prefers a long-term JDK to a newer one" called "java $SANDBOX/jdks/temurin-21:"

jdk "$SANDBOX/jdks/temurin-25" 25
launch user list
it "takes the newest long-term JDK" called "java $SANDBOX/jdks/temurin-25:"

SETTINGS=("JAVA_HOME=$SANDBOX/jdks/temurin-24")
launch user list
it "takes JAVA_HOME before all others" called "java $SANDBOX/jdks/temurin-24:"

SETTINGS=("JAVA_HOME=$SANDBOX/jdks/temurin-17")
launch user list
it "passes over a JAVA_HOME that is too old" called "java $SANDBOX/jdks/temurin-25:"

SETTINGS=("JAVA_HOME=$SANDBOX/nowhere")
launch user list
it "passes over a JAVA_HOME that leads nowhere" called "java $SANDBOX/jdks/temurin-25:"

mkdir -p "$SANDBOX/jdks/jre-25/bin"
cp "$SANDBOX/jdks/temurin-25/bin/java" "$SANDBOX/jdks/jre-25/bin/java"
SETTINGS=("JAVA_HOME=$SANDBOX/jdks/jre-25")
launch user list
it "does not mistake a runtime without a compiler for a JDK" called "java $SANDBOX/jdks/temurin-25:"

machine
checkout "$SANDBOX/on the path"
jdk "$SANDBOX/elsewhere/jdk-21" 21.0.2
ln -s "$SANDBOX/elsewhere/jdk-21/bin/java" "$SANDBOX/bin/java"
launch user list
it "finds the JDK behind the java of the path" called "java $SANDBOX/elsewhere/jdk-21:"

machine
checkout "$SANDBOX/without node"
jdk "$SANDBOX/jdks/temurin-25" 25
launch serve --port 0
it "asks for Node when the screens must be built" missing "Node belum ada" "There is no Node"

node "$SANDBOX/nodes" v18.20.0
launch serve --port 0
it "names the Node that is too old" missing "Node v18.20.0" "is too old"

launch user list
it "does without Node where no screen is shown" ended_with 0

node "$SANDBOX/nodes" v20.18.3
launch serve --port 0
it "refuses a Node 20 that is too old for the screens' tools" missing "Node v20.18.3"

node "$SANDBOX/nodes" v22.12.0
launch serve --port 0
it "takes a Node that is new enough" ended_with 0

machine
checkout "$SANDBOX/as root"
jdk "$SANDBOX/jdks/temurin-25" 25
node "$SANDBOX/nodes" v22.12.0
program "$SANDBOX/bin/id" 'echo 0'
program "$SANDBOX/bin/uname" 'echo Linux'
program "$SANDBOX/bin/unshare" 'exit 1'
launch demo --port 0
it "tells root when the embedded database cannot run for root here" missing "tidak dapat dijalankan oleh root" "cannot be run by root"
SETTINGS=(TUNTAS_DB_URL=jdbc:postgresql://localhost/tuntas)
launch serve --port 0
it "does not mind root where the database is somebody else's" ended_with 0
SETTINGS=()
program "$SANDBOX/bin/unshare" 'exit 0'
launch demo --port 0
it "runs for root where a user namespace is allowed" ended_with 0

machine
checkout "$SANDBOX/full disk"
jdk "$SANDBOX/jdks/temurin-25" 25
node "$SANDBOX/nodes" v22.12.0
rm "$SANDBOX/bin/df"
program "$SANDBOX/bin/df" 'echo "Filesystem 1024-blocks Used Available Capacity Mounted on"' 'echo "/dev/made-up 9999999 9900000 92160 99% /"'
launch serve --port 0
it "says how much room is missing before it builds anything" missing "hanya 90 MB" "Only 90 MB are left"
it "has called nothing then" test ! -s "$CALLS"

machine
checkout "$SANDBOX/port"
jdk "$SANDBOX/jdks/temurin-25" 25
node "$SANDBOX/nodes" v22.12.0
launch serve --port eighty
it "refuses a port that is no number" refused "--port memerlukan angka" "--port needs a number"
launch serve --port 65536
it "refuses a port that no machine has" refused "0 sampai 65535" "0 to 65535"
launch demo --colour red
it "refuses an option that is not there, before a build" eval 'refused "Pilihan --colour tidak dikenal" "There is no option --colour" && test ! -s "$CALLS"'
launch roster check --json --colour red
it "leaves a refusal that is to be JSON to the program" eval 'ended_with 0 && printed --colour'
for day in 2023-02-30 2023-04-31 2023-13-01 2023-2-3 besok; do
  launch demo --day "$day"
  it "refuses $day, which is no day" eval 'refused "--day: $day bukan tanggal" "--day: $day is no day" && test ! -s "$CALLS"'
done
launch demo "--day=2023-02-29"
it "knows when February has 29 days" refused "2023-02-29 bukan tanggal"
launch demo --day=2024-02-29 --port 0 --data "$SANDBOX/data"
it "leaves a day of the calendar to the program" eval 'ended_with 0 && printed "--day=2024-02-29"'

# listen holds a port by the web server of the real JDK that runs this test, and sets PORT.
listen() {
  . "$SOURCE/launcher/say.sh"
  . "$SOURCE/launcher/machine.sh"
  require_jdk
  mkfifo "$SANDBOX/listening"
  "$JDK/bin/jwebserver" -b 127.0.0.1 -p 0 -d "$SANDBOX" > "$SANDBOX/listening" 2> /dev/null &
  LISTENER=$!
  PORT=''
  while [ -z "$PORT" ] && IFS= read -r line; do
    case $line in *' port '*) PORT=${line##* port } ;; esac
  done < "$SANDBOX/listening"
}
listen
launch demo --port "$PORT"
it "names a port that is free when the one asked for is taken" missing "Port $PORT sudah dipakai" "is taken" "demo --port "
it "has built nothing then either" test ! -s "$CALLS"
launch serve --port="$PORT"
it "reads --port=N as well" missing "Port $PORT sudah dipakai"
launch doctor --port "$PORT"
it "doctor says of a taken port what to do" ended_with 3
it "doctor does not call a taken port missing" \
  printed "! port        sudah dipakai program lain / taken by another program ($PORT): hentikan program itu, atau / stop that program, or: ./tuntas demo --port "
kill "$LISTENER"
wait "$LISTENER" 2> /dev/null
launch doctor --port "$PORT"
it "doctor says of a free port that it is free" printed "  port        bebas / free: $PORT"

finish
