# What is said of a test that failed.
. "$(dirname "${BASH_SOURCE[0]}")/sandbox.sh"

STATE=$SANDBOX
. "$SOURCE/launcher/test.sh"

mkdir -p "$REPORTS"
cat > "$REPORTS/browser.xml" <<'XML'
<testsuites><testsuite name="offline" tests="2" failures="1" errors="0" skipped="0">
<testcase name="starts" classname="offline.spec.ts" time="1"></testcase>
<testcase name="ends" classname="offline.spec.ts" time="2">
<failure message="expect(locator).toBeVisible() failed" type="FAILURE"><![CDATA[  [offline.spec.ts:77] ends
    Locator: getByRole('button')
    at support/phone.ts:48:60
]]></failure>
</testcase>
</testsuite></testsuites>
XML
failures > "$SANDBOX/out"

it "names the test that failed and no other" eval 'printed "FAILED offline.spec.ts: ends" && ! printed starts'
it "says what was looked for and where" eval 'printed "Locator: getByRole" && printed "at support/phone.ts:48:60"'
it "leaves the report's own marks away" eval '! printed CDATA && ! printed "]]>" && ! printed "</failure>"'

finish
