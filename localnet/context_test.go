package localnet

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const sample = "registry: \"0x01\"\nwallet_config:\n  path: /keys\n"

func TestWithContext(t *testing.T) {
	tests := []struct {
		name, in, want string
		isDefault      bool
	}{
		{
			name: "added behind the last context, comments and order kept",
			in:   "# mine\ncontexts:\n    main:   {registry: \"0x02\"} # keep\n    # about other\n    other:\n        registry:   '0x03'\n\n# the end\ndefault_context: main\n",
			want: "# mine\ncontexts:\n    main:   {registry: \"0x02\"} # keep\n    # about other\n    other:\n        registry:   '0x03'\n    devnet:\n      registry: \"0x01\"\n      wallet_config:\n        path: /keys\n\n# the end\ndefault_context: main\n",
		},
		{
			name:      "replaced in place",
			in:        "default_context: devnet\ncontexts:\n  devnet:\n    registry: old\n    note: |\n      several\n      lines\n  other:\n    registry: x\n",
			want:      "default_context: devnet\ncontexts:\n  devnet:\n    registry: \"0x01\"\n    wallet_config:\n      path: /keys\n  other:\n    registry: x\n",
			isDefault: true,
		},
		{
			name:      "default set where there was none, last line without end",
			in:        "contexts:\n  other:\n    registry: x",
			want:      "contexts:\n  other:\n    registry: x\n  devnet:\n    registry: \"0x01\"\n    wallet_config:\n      path: /keys\ndefault_context: devnet\n",
			isDefault: true,
		},
		{
			name: "line ends of Windows",
			in:   "contexts:\r\n  other:\r\n    registry: x\r\ndefault_context: other\r\n",
			want: "contexts:\r\n  other:\r\n    registry: x\r\n  devnet:\r\n    registry: \"0x01\"\r\n    wallet_config:\r\n      path: /keys\r\ndefault_context: other\r\n",
		},
		{
			name: "last context ends in a block scalar",
			in:   "contexts:\n  other:\n    note: |\n      one\n      two\ndefault_context: other\n",
			want: "contexts:\n  other:\n    note: |\n      one\n      two\n  devnet:\n    registry: \"0x01\"\n    wallet_config:\n      path: /keys\ndefault_context: other\n",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, isDefault, err := withContext([]byte(tt.in), sample)
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(tt.want, string(got)); d != "" || isDefault != tt.isDefault {
				t.Fatalf("default %v, want %v; text -want +got:\n%s", isDefault, tt.isDefault, d)
			}
			again, _, err := withContext(got, sample)
			if err != nil || cmp.Diff(string(got), string(again)) != "" {
				t.Fatalf("a second time: %v\n%s", err, again)
			}
		})
	}
}

func TestWithContextLeavesAlone(t *testing.T) {
	for name, in := range map[string]string{
		"single context": "registry: x\nrpc_urls: []\n",
		"flow style":     "contexts: {a: {registry: x}}\n",
		"empty":          "",
		"a list":         "- contexts\n",
		"no YAML":        "contexts: [\n",
		"null contexts":  "contexts:\n",
	} {
		if got, _, err := withContext([]byte(in), sample); !errors.Is(err, ErrLeftAlone) {
			t.Errorf("%s: got %q, %v; want ErrLeftAlone", name, got, err)
		}
	}
}

func TestAddContext(t *testing.T) {
	dir := t.TempDir()
	fresh := filepath.Join(dir, "home", ".config", "walrus", "client_config.yaml")
	path, isDefault, err := AddContext([]string{filepath.Join(dir, "none.yaml"), fresh}, fresh, sample)
	if err != nil || path != fresh || !isDefault {
		t.Fatalf("got %s, %v, %v", path, isDefault, err)
	}
	before, _ := os.ReadFile(fresh)
	if _, _, err := AddContext([]string{filepath.Join(dir, "none.yaml"), fresh}, fresh, sample); err != nil {
		t.Fatal(err)
	}
	after, _ := os.ReadFile(fresh)
	if d := cmp.Diff(string(before), string(after)); d != "" {
		t.Fatal(d)
	}
}

func FuzzWithContext(f *testing.F) {
	f.Add("contexts:\n  a:\n    b: c\n")
	f.Add("contexts:\n  devnet: {}\ndefault_context: x\n")
	f.Fuzz(func(t *testing.T, in string) {
		next, _, err := withContext([]byte(in), sample)
		if err != nil {
			return
		}
		// Whatever was accepted can be edited again without a further change.
		again, _, err := withContext(next, sample)
		if err != nil || string(again) != string(next) {
			t.Fatalf("%q became %q, then %q: %v", in, next, again, err)
		}
	})
}
