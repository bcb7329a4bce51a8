package nodeapi

import (
	"encoding/json"
	"errors"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

func TestJSONShapes(t *testing.T) {
	event := EventID{"0xab", "7"}
	for name, c := range map[string]struct {
		value any
		want  string
	}{
		"nonexistent": {BlobStatus{}, `"nonexistent"`},
		"invalid":     {BlobStatus{State: Invalid, Event: event}, `{"invalid":{"event":{"txDigest":"0xab","eventSeq":"7"}}}`},
		"permanent": {BlobStatus{Permanent, event, 9, true, DeletableCounts{3, 2}, MaybeEpoch{4, true}},
			`{"permanent":{"endEpoch":9,"isCertified":true,"statusEvent":{"txDigest":"0xab","eventSeq":"7"},"deletableCounts":{"count_deletable_total":3,"count_deletable_certified":2},"initialCertifiedEpoch":4}}`},
		"deletable": {BlobStatus{State: Deletable, Counts: DeletableCounts{1, 0}},
			`{"deletable":{"initialCertifiedEpoch":null,"deletableCounts":{"count_deletable_total":1,"count_deletable_certified":0}}}`},
		"stored":       {StatusStored, `"stored"`},
		"confirmation": {SignedConfirmation{SignedMessage{[]byte{1, 2}, []byte{3}}}, `{"signed":{"serializedMessage":"AQI=","signature":"Aw=="}}`},
		"attestation":  {SignedAttestation{[]byte{1, 2}, []byte{3}}, `{"message":"AQI=","signature":"Aw=="}`},
		"health": {Health{Uptime: UptimeOf(90*time.Second + 5), Epoch: 1, PublicKey: []byte{1}, NodeStatus: NodeActive,
			ShardSummary: ShardSummary{Owned: 2, OwnedStatus: ShardCounts{Ready: 2}}},
			`{"uptime":{"secs":90,"nanos":5},"epoch":1,"publicKey":"AQ==","nodeStatus":"Active","eventProgress":{"persisted":0,"pending":0,"highestFinishedEventIndex":0},` +
				`"shardSummary":{"owned":2,"ownedShardStatus":{"unknown":0,"ready":2,"inTransfer":0,"inRecovery":0},"readOnly":0}}`},
		"bundle result": {BundleResult{Stored: 1, Confirmation: &ConfirmationOrWhy{Reason: MissingSlivers}}, `{"stored":1,"alreadyStored":0,"rejected":[],"confirmation":{"reason":"MISSING_SLIVERS"}}`},
		"error": {Errorf(FailedPrecondition, NotRegistered, "blob %d", 1),
			`{"error":{"status":"FAILED_PRECONDITION","code":400,"message":"blob 1","details":[{"@type":"ErrorInfo","reason":"NOT_REGISTERED","domain":"storage.walrus.space","metadata":{}}]}}`},
		"traced": {&Error{Status: Internal, Code: 500, Reason: InternalError, Message: "internal error", Trace: "f0", Envelope: true},
			`{"error":{"status":"INTERNAL","code":500,"message":"internal error","details":[{"@type":"ErrorInfo","reason":"INTERNAL_ERROR","domain":"storage.walrus.space","metadata":{}},` +
				`{"@type":"DebugInfo","stackEntries":[],"detail":"TraceID: f0"}]}}`},
	} {
		got, err := json.Marshal(c.value)
		if err != nil || string(got) != c.want {
			t.Errorf("%s: got %s, %v\nwant %s", name, got, err, c.want)
		}
		if s, ok := c.value.(BlobStatus); ok {
			var back BlobStatus
			if err := json.Unmarshal(got, &back); err != nil || back != s {
				t.Errorf("%s: read back %+v, %v", name, back, err)
			}
		}
	}
}

func TestBlobStatusRefuses(t *testing.T) {
	for _, s := range []string{`"stored"`, `{}`, `7`, `null`, `{"invalid":{},"deletable":{}}`, `{"permanent":{"endEpoch":-1}}`} {
		var b BlobStatus
		if err := json.Unmarshal([]byte(s), &b); err == nil {
			t.Errorf("%s: got %+v, want an error", s, b)
		}
	}
}

func TestBlobStatusOrder(t *testing.T) {
	rising := []BlobStatus{
		{},
		{State: Deletable},
		{State: Deletable, Counts: DeletableCounts{Total: 1}},
		{State: Deletable, Counts: DeletableCounts{Total: 1, Certified: 1}},
		{State: Permanent, EndEpoch: 9},
		{State: Permanent, EndEpoch: 3, IsCertified: true},
		{State: Permanent, EndEpoch: 5, IsCertified: true, InitialCertified: MaybeEpoch{4, true}},
		{State: Permanent, EndEpoch: 5, IsCertified: true, InitialCertified: MaybeEpoch{2, true}},
		{State: Invalid},
	}
	for i, a := range rising {
		for j, b := range rising {
			if got := a.Compare(b); got < 0 != (i < j) || got > 0 != (i > j) {
				t.Errorf("status %d against %d: got %d", i, j, got)
			}
		}
	}
}

func TestParseError(t *testing.T) {
	sent := Errorf(FailedPrecondition, MissingSlivers, "two\nlines")
	sent.Bundle = &BundleResult{Stored: 3, Rejected: []Rejected{{5, "primary", InvalidSliver}}}
	w := httptest.NewRecorder()
	sent.RetryAfter = 1500 * time.Millisecond
	WriteError(w, sent)
	if got := w.Header().Get("Retry-After"); got != "2" {
		t.Errorf("Retry-After %q, want 2", got)
	}
	e := ParseError(w.Code, w.Body.Bytes())
	if !e.Envelope || e.Reason != MissingSlivers || e.Message != "two lines" || e.Bundle == nil || e.Bundle.Stored != 3 || e.Bundle.Rejected[0].Reason != InvalidSliver {
		t.Errorf("got %+v", e)
	}
	for _, c := range []struct {
		code int
		body string
	}{{404, ""}, {404, "<html>"}, {400, `{"error":{}}`}, {500, w.Body.String()}, {400, strings.Replace(w.Body.String(), "ErrorInfo", "Other", 1)}, {400, strings.Replace(w.Body.String(), "FAILED_PRECONDITION", "NOT_FOUND", 1)}} {
		if e := ParseError(c.code, []byte(c.body)); e.Envelope || e.Code != c.code || e.Message == "" {
			t.Errorf("%d %q: got %+v, want a plain error", c.code, c.body, e)
		}
	}
}

func TestErrorClasses(t *testing.T) {
	plain := func(code int) *Error { return &Error{Code: code} }
	for _, c := range []struct {
		err  *Error
		want error
	}{
		{plain(429), ErrUnavailable}, {plain(500), ErrUnavailable}, {plain(503), ErrUnavailable}, {plain(504), ErrUnavailable}, {plain(501), nil}, {plain(404), nil}, {plain(451), ErrForbidden},
		{Errorf(NotFound, SliverNotFound, "x"), ErrNotFound}, {Errorf(FailedPrecondition, NotRegistered, "x"), ErrNotRegistered}, {Errorf(StatusUnavailable, Unavailable, "x"), ErrUnavailable},
		{Errorf(InvalidArgument, InvalidSliver, "x"), nil},
	} {
		for _, s := range []error{ErrUnavailable, ErrNotFound, ErrForbidden, ErrNotRegistered} {
			if got := errors.Is(c.err, s); got != (s == c.want) {
				t.Errorf("%v is %q: got %v", c.err, s, got)
			}
		}
	}
}

func FuzzParseError(f *testing.F) {
	b, _ := json.Marshal(Errorf(NotFound, SliverNotFound, "x"))
	f.Add(404, b)
	f.Fuzz(func(t *testing.T, code int, body []byte) {
		e := ParseError(code, body)
		if e.Code != code || len([]rune(e.Message)) > maxErrorText || e.Envelope && e.Status.Code() != code {
			t.Fatalf("got %+v", e)
		}
	})
}

func FuzzBlobStatus(f *testing.F) {
	f.Add([]byte(`{"permanent":{"endEpoch":9,"isCertified":true,"statusEvent":{"txDigest":"0xab","eventSeq":"7"},"deletableCounts":{},"initialCertifiedEpoch":null}}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		var s, again BlobStatus
		if json.Unmarshal(b, &s) != nil {
			return
		}
		out, err := json.Marshal(s)
		if err == nil {
			err = json.Unmarshal(out, &again)
		}
		if err != nil || again.Compare(s) != 0 {
			t.Fatalf("%s: %s, %v", b, out, err)
		}
	})
}

func TestParseConfirm(t *testing.T) {
	for _, s := range []string{"", "permanent", "deletable:0x" + strings.Repeat("0f", 32)} {
		if c, err := ParseConfirm(s); err != nil || c.String() != s {
			t.Errorf("%q: got %q, %v", s, c.String(), err)
		}
	}
	for _, s := range []string{"Permanent", "deletable", "deletable:", "deletable:0x12", "deletable:0x" + strings.Repeat("00", 32)} {
		if c, err := ParseConfirm(s); err == nil {
			t.Errorf("%q: got %v, want an error", s, c)
		}
	}
}
