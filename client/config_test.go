package client

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const validContext = `registry: "0x00000000000000000000000000000000000000aa"
chain_id: 7
network_id: "0x1111111111111111111111111111111111111111111111111111111111111111"
rpc_urls: ["http://127.0.0.1:1"]
wallet_config: keys
`

func TestParseConfig(t *testing.T) {
	indented := "    " + strings.ReplaceAll(strings.TrimSpace(validContext), "\n", "\n    ")
	several := "contexts:\n  a:\n" + indented + "\n  b:\n" + indented + "\ndefault_context: b\n"
	for _, tc := range []struct {
		name, raw, context string
		wantContext        string
		wantErr            string
		warnings           int
	}{
		{name: "single", raw: validContext},
		{name: "single with context", raw: validContext, context: "a", wantErr: "single context"},
		{name: "default context", raw: several, wantContext: "b"},
		{name: "named context", raw: several, context: "a", wantContext: "a"},
		{name: "unknown context", raw: several, context: "c", wantErr: `no context "c": there are a, b`},
		{name: "typo", raw: validContext + "rpc_url: x\n", wantErr: "line 6: unknown key rpc_url; did you mean rpc_urls?"},
		{name: "typo below", raw: validContext + "communication_config: {upload_mod: x}\n", wantErr: "did you mean communication_config.upload_mode?"},
		{name: "key twice", raw: validContext + "chain_id: 8\n", wantErr: "chain_id is given twice"},
		{name: "ignored keys", raw: validContext + "exchange_objects: []\ncommunication_config: {disable_proxy: true}\n", warnings: 2},
		{name: "public network", raw: "system_object: 0x1\nstaking_object: 0x2\n", wantErr: "replace system_object and staking_object by registry"},
		{name: "no registry", raw: "chain_id: 7\n", wantErr: "registry is missing"},
		{name: "bad address", raw: strings.Replace(validContext, "00aa", "zz", 1), wantErr: "want 0x and 40 hex digits"},
		{name: "bad mode", raw: validContext + "communication_config: {upload_mode: fast}\n", wantErr: "conservative, balanced or aggressive"},
		{name: "wallet mapping", raw: strings.Replace(validContext, "wallet_config: keys", "wallet_config: {path: k, active_address: \"0x00000000000000000000000000000000000000bb\"}", 1)},
		{name: "list", raw: "- a\n", wantErr: "want a mapping"},
		{name: "empty", raw: "", wantErr: "want a mapping"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			lc, err := ParseConfig([]byte(tc.raw), tc.context)
			if tc.wantErr != "" {
				if err == nil || !strings.Contains(err.Error(), tc.wantErr) {
					t.Fatalf("got error %v, want one with %q", err, tc.wantErr)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if lc.Context != tc.wantContext || len(lc.Warnings) != tc.warnings {
				t.Errorf("got context %q and warnings %q, want %q and %d", lc.Context, lc.Warnings, tc.wantContext, tc.warnings)
			}
			if lc.ChainID != 7 || lc.Communication.MaxDataInFlight != 512_000_000 || lc.Wallet.Path == "" {
				t.Errorf("got %+v", lc.Config)
			}
		})
	}
}

func TestLoadConfigSearchOrder(t *testing.T) {
	home, xdg, cwd := t.TempDir(), t.TempDir(), t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("XDG_CONFIG_HOME", xdg)
	t.Chdir(cwd)
	if _, err := LoadConfig("", ""); err == nil || !strings.Contains(err.Error(), filepath.Join(home, ".walrus", "client_config.yml")) {
		t.Fatalf("got %v, want an error that lists the places", err)
	}
	// Later places first: each new file must win over those before it.
	for _, dir := range []string{filepath.Join(home, ".walrus"), filepath.Join(home, ".config", "walrus"), xdg, filepath.Join(xdg, "walrus"), cwd} {
		for _, name := range []string{"client_config.yml", "client_config.yaml"} {
			if err := os.MkdirAll(dir, 0o700); err != nil {
				t.Fatal(err)
			}
			path := filepath.Join(dir, name)
			if err := os.WriteFile(path, []byte(validContext), 0o600); err != nil {
				t.Fatal(err)
			}
			lc, err := LoadConfig("", "")
			if err != nil {
				t.Fatal(err)
			}
			got, want := lc.Path, path
			if dir == cwd {
				want = name
			}
			if got != want {
				t.Errorf("loaded %s, want %s", got, want)
			}
			if !strings.HasSuffix(lc.Wallet.Path, "keys") || dir != cwd && filepath.Dir(lc.Wallet.Path) != dir {
				t.Errorf("wallet path %s is not relative to %s", lc.Wallet.Path, dir)
			}
		}
	}
}

func FuzzParseConfig(f *testing.F) {
	f.Add([]byte(validContext), "")
	f.Add([]byte("contexts: {a: {}}\ndefault_context: a\n"), "a")
	f.Fuzz(func(t *testing.T, raw []byte, context string) {
		lc, err := ParseConfig(raw, context)
		if err == nil && (lc.Registry.IsZero() || len(lc.RPCURLs) == 0) {
			t.Fatal("accepted a configuration without a network")
		}
	})
}
