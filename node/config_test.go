package node

import (
	"net/netip"
	"strings"
	"testing"
)

// TestSourcesOfConfiguration: what is trusted and what has no bound, in all the ways in which an address is written. What only has no bound is not trusted.
func TestSourcesOfConfiguration(t *testing.T) {
	for _, tc := range []struct{ text, in, out string }{
		{"10.0.0.1", "10.0.0.1", "10.0.0.2"},
		{"10.0.0.0/8", "10.255.0.1", "11.0.0.1"},
		{"10.1.2.3/8", "10.255.0.1", "11.0.0.1"},
		{"::ffff:10.0.0.1", "10.0.0.1", "10.0.0.2"},
		{"::ffff:10.0.0.0/104", "10.255.0.1", "11.0.0.1"},
		{"0.0.0.0/0", "10.0.0.1", "2001:db8::1"},
		{"2001:db8::/32", "2001:db8::1", "2001:db9::1"},
		{"fe80::1%eth0", "fe80::1", "fe80::2"},
	} {
		in, out := netip.MustParseAddr(tc.in), netip.MustParseAddr(tc.out)
		trusted, unbounded, err := (&Config{TrustedProxies: []string{tc.text}}).sources()
		if err != nil {
			t.Errorf("%s: %v", tc.text, err)
		} else if !trusted(in) || !unbounded(in) || trusted(out) || unbounded(out) {
			t.Errorf("trusted_proxies %s: %s is trusted %v and without bound %v, %s %v and %v", tc.text, in, trusted(in), unbounded(in), out, trusted(out), unbounded(out))
		}
		trusted, unbounded, err = (&Config{UnboundedSources: []string{tc.text}}).sources()
		if err != nil {
			t.Errorf("%s: %v", tc.text, err)
		} else if trusted(in) || !unbounded(in) || trusted(out) || unbounded(out) {
			t.Errorf("unbounded_sources %s: %s is trusted %v and without bound %v, %s %v and %v", tc.text, in, trusted(in), unbounded(in), out, trusted(out), unbounded(out))
		}
	}
	trusted, unbounded, err := new(Config).sources()
	if local := netip.MustParseAddr("127.0.0.1"); err != nil || trusted(local) || !unbounded(local) {
		t.Errorf("loopback is trusted, or has a bound; %v", err)
	}
	for want, cfg := range map[string]*Config{
		"trusted_proxies: \"proxy\" is neither":         {TrustedProxies: []string{"proxy"}},
		"unbounded_sources: \"10.0.0.0/33\" is neither": {UnboundedSources: []string{"10.0.0.0/33"}},
		"name them apart": {TrustedProxies: []string{"::ffff:10.0.0.0/64"}},
		"10.0.0.0/8 and unbounded_sources 10.0.0.1/32":     {TrustedProxies: []string{"10.0.0.0/8"}, UnboundedSources: []string{"::ffff:10.0.0.1"}},
		"192.0.2.1/32 and unbounded_sources 192.0.2.0/24:": {TrustedProxies: []string{"10.0.0.0/8", "192.0.2.1"}, UnboundedSources: []string{"192.0.2.0/24"}},
	} {
		if _, _, err := cfg.sources(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %q", err, want)
		}
	}
}
