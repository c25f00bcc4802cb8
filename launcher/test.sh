# Runs the tests and counts them from the JUnit reports that every runner writes.

TEST_PARTS='unit server structure launcher web browser'
REPORTS=$STATE/reports
BROKEN=0

# run_tests PART... ends with a line `N passed, N failed`.
run_tests() {
  local parts=$* part web=''
  [ -n "$parts" ] || parts=$TEST_PARTS
  for part in $parts; do
    case " $TEST_PARTS " in
      *" $part "*) ;;
      *) stop "$REFUSED" "Bagian $part tidak ada; yang ada: $TEST_PARTS." "There is no part $part; there are: $TEST_PARTS." ;;
    esac
  done
  require_writable_home
  LOG=$STATE/log/test.log
  : > "$LOG"
  rm -rf "$REPORTS"
  mkdir -p "$REPORTS"
  require_jdk
  if wanted web || wanted browser; then
    require_node
    ! packages_are_stale || install_packages
  fi
  ! wanted browser || require_chromium
  if wanted web; then
    (test_web) &
    web=$!
  fi
  ! wanted launcher || test_launcher
  test_java
  [ -z "$web" ] || wait "$web" || BROKEN=$((BROKEN + $?))
  ! wanted browser || test_browser
  sum_up
}

# wanted PART: is it one of the parts asked for? Reads the caller's list.
wanted() { case " $parts " in *" $1 "*) return 0 ;; esac; return 1; }

# test_step TITLE COMMAND... goes on after a failure: a runner whose report tells of none has broken down itself.
test_step() {
  local before after
  before=$(count failed)
  step "$@" && return
  after=$(count failed)
  [ "$after" -gt "$before" ] && return
  BROKEN=$((BROKEN + 1))
  tail -n 40 "$LOG" >&2
}

# test_web runs beside the Java tests, which share no file with it and leave a core idle; returns how many of its runners broke down.
test_web() {
  LOG=$STATE/log/test-web.log
  : > "$LOG"
  exec 2> >(cat >&2)
  test_step "Layar: tipe dan bentuk / screens: types and format" npm_in web run check
  test_step "Layar: uji / screens: tests" npm_in web test -- --reporter=junit --outputFile="$REPORTS/web.xml"
  return "$BROKEN"
}

test_launcher() {
  local file
  for file in "$LAUNCHER"/test/*.test.sh; do
    test_step "Skrip / launcher: $(basename "$file" .test.sh)" run_shell_test "$file"
  done
}

# run_shell_test FILE turns its lines `ok - sentence` and `not ok - sentence` into a report.
run_shell_test() {
  local name output code=0
  name=$(basename "$1" .test.sh)
  output=$REPORTS/$name.txt
  bash "$1" > "$output" 2>> "$LOG" || code=$?
  awk -v suite="launcher.$name" '
    function escaped(text) { gsub(/&/, "\\&amp;", text); gsub(/</, "\\&lt;", text); gsub(/"/, "\\&quot;", text); return text }
    /^ok - /     { passed++; cases = cases "<testcase classname=\"" suite "\" name=\"" escaped(substr($0, 6)) "\"/>\n" }
    /^not ok - / { failed++; cases = cases "<testcase classname=\"" suite "\" name=\"" escaped(substr($0, 10)) "\">\n<failure/></testcase>\n" }
    END { printf "<testsuite name=\"%s\" tests=\"%d\" failures=\"%d\" errors=\"0\" skipped=\"0\">\n%s</testsuite>\n", suite, passed + failed, failed, cases }
  ' "$output" > "$REPORTS/$name.xml"
  return "$code"
}

test_java() {
  if wanted unit && wanted server && wanted structure; then
    java_tests "Java: aturan, modul, HTTP, susunan / rules, modules, HTTP, structure"
    return
  fi
  ! wanted unit || java_tests "Java: aturan / rules" -DexcludedGroups=server,structure
  ! wanted server || java_tests "Java: modul dan HTTP / modules and HTTP" -Dgroups=server -DexcludedGroups=structure
  ! wanted structure || java_tests "Java: susunan / structure" -Dgroups=structure
}

# java_tests TITLE OPTION...
java_tests() {
  local title=$1 report
  shift
  rm -rf "$TUNTAS_HOME"/*/target/surefire-reports
  test_step "$title" maven package -Dmaven.test.failure.ignore=true -Dsurefire.failIfNoSpecifiedTests=false \
    -Dsurefire.reportNameSuffix="$(date +%s)" "$@"
  for report in "$TUNTAS_HOME"/*/target/surefire-reports/TEST-*.xml; do
    [ ! -f "$report" ] || mv "$report" "$REPORTS/"
  done
}

test_browser() {
  require_server_app
  LOG=$STATE/log/test.log
  fetch_browser_libraries
  test_step "Uji peramban: tipe dan bentuk / browser tests: types and format" npm_in e2e run check
  PLAYWRIGHT_JUNIT_OUTPUT_FILE=$REPORTS/browser.xml in_browser \
    test_step "Peramban / browser" npm_in e2e test -- --reporter=list,junit
}

# count passed|failed over all reports so far.
count() {
  find "$REPORTS" -name '*.xml' -exec cat {} + 2> /dev/null | tr '\n' ' ' | sed 's/<testsuite /\n&/g' | awk -v what="$1" '
    function attribute(name) { return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) + 0 : 0 }
    /^<testsuite / {
      $0 = substr($0, 1, index($0, ">"))
      bad = attribute("failures") + attribute("errors")
      failed += bad
      passed += attribute("tests") - bad - attribute("skipped")
    }
    END { print (what == "passed" ? passed : failed) + 0 }'
}

# failures prints the names of the tests that failed, each with the beginning of what its runner says of it.
failures() {
  find "$REPORTS" -name '*.xml' -exec cat {} + | tr '\n' '\001' | sed 's/<testcase /\n&/g' | awk '
    /^<testcase / && match($0, /<(failure|error)[^>]*>/) {
      said = substr($0, RSTART + RLENGTH, 1600)
      sub(/<\/(failure|error)>.*/, "", said)
      gsub(/<!\[CDATA\[|\]\]>/, "", said)
      gsub(/\001/, "\n       ", said)
      name = substr($0, match($0, / name="/) + 7); name = substr(name, 1, index(name, "\"") - 1)
      group = substr($0, match($0, /classname="/) + 11); group = substr(group, 1, index(group, "\"") - 1)
      printf "FAILED %s: %s\n       %s\n", group, name, said
    }'
}

sum_up() {
  local passed failed
  failures
  passed=$(count passed)
  failed=$(($(count failed) + BROKEN))
  [ "$passed" -gt 0 ] || failed=$((failed + 1))
  printf '%s passed, %s failed\n' "$passed" "$failed"
  [ "$failed" -eq 0 ] || exit "$PROBLEMS"
}
