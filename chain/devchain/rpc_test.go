package devchain

import (
	"encoding/hex"
	"io"
	"net/http"
	"strings"
	"testing"

	ethereum "github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/rpc"
)

func TestNamespaces(t *testing.T) {
	c, _, _ := start(t, Config{InMemory: true})
	for _, url := range []string{c.URL(), c.WebSocketURL()} {
		client, err := rpc.DialContext(t.Context(), url)
		if err != nil {
			t.Fatal(err)
		}
		defer client.Close()
		modules, err := client.SupportedModules()
		if err != nil {
			t.Fatal(err)
		}
		for name := range modules {
			switch name {
			case "eth", "net", "web3", "rpc": // rpc only lists the others
			default:
				t.Errorf("%s: namespace %s is exposed", url, name)
			}
		}
		for _, method := range []string{
			"admin_nodeInfo", "admin_startHTTP", "debug_setHead", "debug_traceTransaction", "miner_setGasLimit", "personal_listAccounts",
			"txpool_content", "dev_addWithdrawal", "testing_commitBlockV1", "engine_exchangeCapabilities", "evm_mine", "evm_increaseTime",
		} {
			err := client.Call(nil, method)
			if err == nil || !strings.Contains(err.Error(), "does not exist/is not available") {
				t.Errorf("%s: %s answered %v", url, method, err)
			}
		}
		for _, method := range []string{"eth_blockNumber", "eth_chainId", "net_version", "web3_clientVersion"} {
			var result string
			if err := client.Call(&result, method); err != nil || result == "" {
				t.Errorf("%s: %s answered %q, %v", url, method, result, err)
			}
		}
		var accounts []string
		if err := client.Call(&accounts, "eth_accounts"); err != nil || len(accounts) != 0 {
			t.Errorf("%s: the chain holds accounts %v, %v", url, accounts, err)
		}
	}
}

func TestHostsAndOrigins(t *testing.T) {
	c, _, _ := start(t, Config{InMemory: true, Origins: []string{"https://Wallet.example"}})
	_, port, _ := strings.Cut(c.Addr(), ":")
	const body = `{"jsonrpc":"2.0","id":1,"method":"eth_chainId","params":[]}`
	for _, test := range []struct {
		host, origin string
		want         int
	}{
		{"127.0.0.1:" + port, "", 200},
		{"localhost:" + port, "", 200},
		{"LOCALHOST", "", 200},
		{"[::1]:" + port, "", 200},
		{"127.0.0.1", "", 200},
		{"evil.example:" + port, "", 403},
		{"evil.example", "", 403},
		{"localhost.evil.example", "", 403},
		{"192.168.1.1:" + port, "", 403},
		{"localhost", "http://localhost:5173", 200},
		{"localhost", "http://127.0.0.1:3000", 200},
		{"localhost", "chrome-extension://nkbihfbeogaeaoehlefnkodbefgpgknn", 200},
		{"localhost", "https://wallet.example", 200},
		{"localhost", "https://evil.example", 403},
		{"localhost", "https://localhost.evil.example", 403},
		{"localhost", "null", 403},
		{"evil.example", "http://evil.example", 403},
	} {
		for _, upgrade := range []bool{false, true} {
			method, content := http.MethodPost, io.Reader(strings.NewReader(body))
			if upgrade {
				method, content = http.MethodGet, nil
			}
			req, err := http.NewRequestWithContext(t.Context(), method, c.URL(), content)
			if err != nil {
				t.Fatal(err)
			}
			want := test.want
			req.Host = test.host
			if test.origin != "" {
				req.Header.Set("Origin", test.origin)
			}
			req.Header.Set("Content-Type", "application/json")
			if upgrade {
				req.Header.Set("Connection", "Upgrade")
				req.Header.Set("Upgrade", "websocket")
				req.Header.Set("Sec-WebSocket-Version", "13")
				req.Header.Set("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")
				if want == 200 {
					want = http.StatusSwitchingProtocols
				}
			}
			resp, err := http.DefaultClient.Do(req)
			if err != nil {
				t.Fatal(err)
			}
			if !upgrade {
				io.Copy(io.Discard, resp.Body)
			}
			resp.Body.Close()
			if resp.StatusCode != want {
				t.Errorf("host %q, origin %q, websocket %v: status %d, want %d", test.host, test.origin, upgrade, resp.StatusCode, want)
			}
			if allow := resp.Header.Get("Access-Control-Allow-Origin"); !upgrade && want == 200 && allow != test.origin {
				t.Errorf("host %q, origin %q: allowed origin %q", test.host, test.origin, allow)
			}
		}
	}
	http.DefaultClient.CloseIdleConnections()
}

func TestPreflight(t *testing.T) {
	c, _, _ := start(t, Config{InMemory: true})
	req, err := http.NewRequestWithContext(t.Context(), http.MethodOptions, c.URL(), nil)
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Origin", "http://localhost:5173")
	req.Header.Set("Access-Control-Request-Method", "POST")
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
	if resp.StatusCode != http.StatusNoContent || resp.Header.Get("Access-Control-Allow-Headers") != "Content-Type" {
		t.Errorf("preflight answered %d with %v", resp.StatusCode, resp.Header)
	}
	http.DefaultClient.CloseIdleConnections()
}

// TestPrecompiles calls BLAKE2F with the example of EIP-152 (12 rounds over "abc") and each precompile of EIP-2537 with points at infinity.
func TestPrecompiles(t *testing.T) {
	_, client, _ := start(t, Config{InMemory: true})
	zeros := func(n int) string { return strings.Repeat("00", n) }
	for _, test := range []struct {
		name     string
		addr     byte
		in, want string
	}{
		{"blake2f", 0x09, "0000000c48c9bdf267e6096a3ba7ca8485ae67bb2bf894fe72f36e3cf1361d5f3af54fa5d182e6ad7f520e511f6c3e2b8c68059b6bbd41fbabd9831f79217e1319cde05b" +
			"616263" + zeros(125) + "0300000000000000" + zeros(8) + "01",
			"ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d17d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923"},
		{"g1 add", 0x0b, zeros(256), zeros(128)},
		{"g1 msm", 0x0c, zeros(160), zeros(128)},
		{"g2 add", 0x0d, zeros(512), zeros(256)},
		{"g2 msm", 0x0e, zeros(288), zeros(256)},
		{"pairing", 0x0f, zeros(384), zeros(31) + "01"},
		{"map fp to g1", 0x10, zeros(64), ""},
		{"map fp2 to g2", 0x11, zeros(128), ""},
	} {
		in, err := hex.DecodeString(test.in)
		if err != nil {
			t.Fatal(err)
		}
		addr := common.BytesToAddress([]byte{test.addr})
		out, err := client.CallContract(t.Context(), ethereum.CallMsg{To: &addr, Data: in}, nil)
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		if got := hex.EncodeToString(out); test.want != "" && got != test.want || len(out) == 0 {
			t.Errorf("%s: got %s, want %s", test.name, got, test.want)
		}
	}
}
