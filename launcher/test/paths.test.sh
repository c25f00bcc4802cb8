# Where the launcher is called from, and by what words.
. "$(dirname "${BASH_SOURCE[0]}")/sandbox.sh"

machine
checkout "$SANDBOX/a folder with  spaces & signs"
jdk "$SANDBOX/jdks/temurin 25" 25
launch user list --data "a data folder"
it "works in a folder with spaces in its path" ended_with 0
it "hands over a word with spaces as one word" printed "a data folder"

mkdir -p "$SANDBOX/somewhere else"
cd "$SANDBOX/somewhere else" || exit 1
launch token create --user citra --name "laptop"
it "works from another working directory" printed "$HOME_OF_TUNTAS/.tuntas/app/"
it "leaves nothing in the working directory" test -z "$(ls -A "$SANDBOX/somewhere else")"

ln -s "$HOME_OF_TUNTAS/tuntas" "$SANDBOX/a link"
ln -s "../a link" "$SANDBOX/somewhere else/a link to the link"
LAUNCHER_UNDER_TEST="$SANDBOX/somewhere else/a link to the link"
launch user list
it "finds its home through a link to a link" printed "$HOME_OF_TUNTAS/.tuntas/app/"
LAUNCHER_UNDER_TEST=''

launch
it "shows the verbs and ends with 2 when none is given" ended_with 2
it "shows them on standard output" printed "./tuntas VERB"
launch --help
it "shows the same on request and ends with 0" ended_with 0
launch serve --help
it "shows the options of a verb" printed "--port N"
it "builds nothing for that" test ! -s "$CALLS"
launch help user
it "knows help VERB as well" printed "./tuntas user add"
launch hapus
it "refuses a verb that it does not have" refused "Perintah hapus tidak ada" "There is no verb hapus"
launch help hapus
it "refuses to help with a verb that it does not have" refused "Perintah hapus tidak ada"
launch ../say
it "does not take a path for a verb" refused "Perintah ../say tidak ada"
launch test nonsense
it "refuses a part of the tests that it does not have" refused "Bagian nonsense tidak ada" "There is no part nonsense"

for help in "$SOURCE"/launcher/help/*.txt; do
  verb=$(basename "$help" .txt)
  [ "$verb" = tuntas ] || grep -qF "  $verb " "$SOURCE/launcher/help/tuntas.txt" || printf '%s\n' "$verb"
done > "$SANDBOX/unlisted"
it "lists every verb in its first help" test ! -s "$SANDBOX/unlisted"

finish
