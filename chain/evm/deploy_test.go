package evm

import (
	"context"
	"crypto/ecdh"
	"crypto/ecdsa"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethclient"

	"walrus/attest"
	"walrus/bls"
	"walrus/chain"
	"walrus/chain/chaintest"
)

// testCommittee makes parameters for members nodes that share shards, and their keys.
func testCommittee(t testing.TB, members, shards int) (DeployParams, []*bls.SecretKey) {
	t.Helper()
	p := DevnetParams()
	p.Shards = uint16(shards)
	keys := make([]*bls.SecretKey, members)
	for i := range members {
		keys[i] = bls.KeyFromSeed([]byte(fmt.Sprintf("test committee %24d", i)))
		key := keys[i].PublicKey().Bytes()
		secret, err := ecdh.P256().NewPrivateKey(append(make([]byte, 31), byte(i+1)))
		if err != nil {
			t.Fatal(err)
		}
		point := secret.PublicKey().Bytes()
		network := append([]byte{2 + point[64]&1}, point[1:33]...)
		share := shards / members
		if i < shards%members {
			share++
		}
		p.Committee = append(p.Committee, MemberParams{
			Operator: chain.Address{1, byte(i)}, Name: fmt.Sprintf("node-%d", i), NetAddress: fmt.Sprintf("127.0.0.1:%d", 9000+i),
			NetworkKey: network, BLSKey: key[:], Shards: share,
		})
	}
	return p, keys
}

// prover signs with the members' own keys.
func prover(p DeployParams, keys []*bls.SecretKey) func(int, attest.NetworkID) ([96]byte, error) {
	return func(i int, n attest.NetworkID) ([96]byte, error) {
		return attest.Prove(keys[i], n, attest.Address(p.Committee[i].Operator), 0, firstEpoch).Signature, nil
	}
}

func anvilKey(t testing.TB, i int) *ecdsa.PrivateKey {
	t.Helper()
	key, err := crypto.HexToECDSA(chaintest.AnvilKeys[i])
	if err != nil {
		t.Fatal(err)
	}
	return key
}

func TestDeploy(t *testing.T) {
	t.Parallel()
	a := chaintest.StartAnvil(t)
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	p, keys := testCommittee(t, 10, 1000)
	p.StatePath = filepath.Join(t.TempDir(), "params.yaml.state.json")
	var missing *MissingProofsError
	if _, err := Deploy(ctx, a.URL, anvilKey(t, 0), p, nil); !errors.As(err, &missing) || len(missing.Members) != 10 || missing.Network.IsZero() {
		t.Fatalf("without proofs: %v", err)
	}
	if text := missing.Error(); !strings.Contains(text, missing.Network.String()) || !strings.Contains(text, "walrus node prove --network-id "+missing.Network.String()+" --operator "+p.Committee[3].Operator.String()) {
		t.Errorf("message: %s", text)
	}
	p.Prove = prover(p, keys)
	r, err := Deploy(ctx, a.URL, anvilKey(t, 0), p, nil)
	if err != nil {
		t.Fatal(err)
	}
	if r.Network.ID != missing.Network || r.Network.Registry != missing.Registry {
		t.Errorf("second run made network %v at %v, the first %v at %v", r.Network.ID, r.Network.Registry, missing.Network, missing.Registry)
	}
	deployer := chain.Address(crypto.PubkeyToAddress(anvilKey(t, 0).PublicKey))
	held := 0
	for _, role := range r.Roles {
		if role.Holder == deployer {
			held++
		} else if !role.Holder.IsZero() {
			t.Errorf("%+v is held by a stranger", role)
		}
	}
	if held != 6 || len(r.Roles) != 13 {
		t.Errorf("roles: %+v", r.Roles)
	}
	again, err := Deploy(ctx, a.URL, anvilKey(t, 0), p, nil)
	if err != nil || again.Gas != 0 || again.Network.ID != r.Network.ID {
		t.Errorf("third run: network %v, %d gas, %v", again.Network.ID, again.Gas, err)
	}

	// The state belongs to one chain and one deployer.
	if _, err := Deploy(ctx, a.URL, anvilKey(t, 1), p, nil); err == nil || !strings.Contains(err.Error(), "was begun by") {
		t.Errorf("with another key: %v", err)
	}
	other := chaintest.StartAnvil(t, "--chain-id", "4711")
	if _, err := Deploy(ctx, other.URL, anvilKey(t, 0), p, nil); err == nil || !strings.Contains(err.Error(), "chain 31337") {
		t.Errorf("on another chain: %v", err)
	}
	reset := chaintest.StartAnvil(t)
	if _, err := Deploy(ctx, reset.URL, anvilKey(t, 0), p, nil); err == nil || !strings.Contains(err.Error(), "was reset") {
		t.Errorf("on a chain that was reset: %v", err)
	}
}

// TestDeployInterrupted stops a deployment after every step, and also between the sending of a step's transaction and the note that it is mined.
// The repeated run makes the same network and sends nothing twice.
func TestDeployInterrupted(t *testing.T) {
	t.Parallel()
	a := chaintest.StartAnvil(t)
	c, err := ethclient.Dial(a.URL)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	key := anvilKey(t, 0)
	p, keys := testCommittee(t, 27, 100) // two pages
	p.Prove = prover(p, keys)
	p.StatePath = filepath.Join(t.TempDir(), "state.json")
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	runs := 0
	var r DeployResult
	for done := false; !done; runs++ {
		step, stop := context.WithCancel(ctx)
		steps := 0
		r, err = Deploy(step, a.URL, key, p, func(line string) {
			if strings.Contains(line, " gas") {
				if steps++; steps == 1 {
					stop()
				}
			}
		})
		stop()
		done = err == nil
		if err != nil && !errors.Is(err, context.Canceled) {
			t.Fatal(err)
		}
	}
	sent, err := c.NonceAt(ctx, crypto.PubkeyToAddress(key.PublicKey), nil)
	if err != nil {
		t.Fatal(err)
	}
	const transactions = 20 // 9 contracts, of which 6 with a proxy, 2 links, 2 pages, parts
	if sent != transactions || runs < transactions {
		t.Errorf("%d runs sent %d transactions, want %d", runs, sent, transactions)
	}
	whole, err := os.ReadFile(p.StatePath)
	if err != nil {
		t.Fatal(err)
	}
	for _, cut := range []int{0, 1, 2, 5, 8, 13, 17, 18, 19} {
		var s deployState
		if err := json.Unmarshal(whole, &s); err != nil {
			t.Fatal(err)
		}
		for _, step := range s.Steps {
			if step.Block > uint64(cut) { // anvil makes one block per transaction
				step.Done, step.Address, step.Block = false, nil, 0
				step.Sent = append(step.Sent, chain.TxHash{byte(cut)}) // noted, but never sent
			}
		}
		s.path = p.StatePath
		if err := s.save(); err != nil {
			t.Fatal(err)
		}
		again, err := Deploy(ctx, a.URL, key, p, nil)
		if err != nil || again.Gas != 0 || again.Network.ID != r.Network.ID {
			t.Errorf("cut after transaction %d: network %v, %d gas, %v", cut, again.Network.ID, again.Gas, err)
		}
	}
	if err := os.WriteFile(p.StatePath, whole[:len(whole)/2], 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Deploy(ctx, a.URL, key, p, nil); err == nil || !strings.Contains(err.Error(), "deployment state") {
		t.Errorf("with a torn state: %v", err)
	}
}

// TestDeployChanged: a repeated run with other parameters is refused, also one whose first step is merely noted as sent.
func TestDeployChanged(t *testing.T) {
	t.Parallel()
	a := chaintest.StartAnvil(t)
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	p, keys := testCommittee(t, 4, 7)
	p.Prove = prover(p, keys)
	p.StatePath = filepath.Join(t.TempDir(), "state.json")
	r, err := Deploy(ctx, a.URL, anvilKey(t, 0), p, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		step   string
		change func(*DeployParams)
	}{
		{"deploy Storage:", func(p *DeployParams) { p.StoragePrice++ }},
		{"deploy Storage:", func(p *DeployParams) { p.EpochStart = time.UnixMilli(1) }},
		{"deploy WAL:", func(p *DeployParams) { p.SupplyReceiver = chain.Address{7} }},
		{"deploy Certificates:", func(p *DeployParams) { p.Shards++; p.Committee[0].Shards++ }},
		{"deploy committee members 0 to 3:", func(p *DeployParams) { p.Committee[0].Name = "other" }},
	} {
		q := p
		q.Committee = slices.Clone(p.Committee)
		c.change(&q)
		if _, err := Deploy(ctx, a.URL, anvilKey(t, 0), q, nil); err == nil || !strings.Contains(err.Error(), c.step) || !strings.Contains(err.Error(), "other parameters") || !strings.Contains(err.Error(), p.StatePath) {
			t.Errorf("changed parameters of %s %v", c.step, err)
		}
	}

	// All hashes of what cannot be done twice are lost: its effects are found.
	s, err := loadState(p.StatePath)
	if err != nil {
		t.Fatal(err)
	}
	s.Steps["link"], s.Steps["committee members 0 to 3"] = nil, nil
	if err := s.save(); err != nil {
		t.Fatal(err)
	}
	q := p
	q.Committee = slices.Clone(p.Committee)
	q.Committee[1].NetAddress = "127.0.0.1:1"
	if _, err := Deploy(ctx, a.URL, anvilKey(t, 0), q, nil); err == nil || !strings.Contains(err.Error(), "other members") {
		t.Errorf("another page: %v", err)
	}
	again, err := Deploy(ctx, a.URL, anvilKey(t, 0), p, nil)
	if err != nil || again.Gas != 0 || again.Network.ID != r.Network.ID {
		t.Errorf("with lost hashes: network %v, %d gas, %v", again.Network.ID, again.Gas, err)
	}
}

// TestBadProofs: a key whose holder did not sign for this network and operator does not come into a committee.
func TestBadProofs(t *testing.T) {
	t.Parallel()
	a := chaintest.StartAnvil(t)
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	p, keys := testCommittee(t, 4, 7)
	p.StatePath = filepath.Join(t.TempDir(), "state.json")
	good := prover(p, keys)
	for _, c := range []struct {
		name string
		sign func(i int, n attest.NetworkID) [96]byte
	}{
		{"another network", func(i int, n attest.NetworkID) [96]byte {
			n[0] ^= 1
			return attest.Prove(keys[i], n, attest.Address(p.Committee[i].Operator), 0, firstEpoch).Signature
		}},
		{"another operator", func(i int, n attest.NetworkID) [96]byte {
			return attest.Prove(keys[i], n, attest.Address{9}, 0, firstEpoch).Signature
		}},
		{"another registration", func(i int, n attest.NetworkID) [96]byte {
			return attest.Prove(keys[i], n, attest.Address(p.Committee[i].Operator), 1, firstEpoch).Signature
		}},
		{"another epoch", func(i int, n attest.NetworkID) [96]byte {
			return attest.Prove(keys[i], n, attest.Address(p.Committee[i].Operator), 0, firstEpoch+1).Signature
		}},
		{"another key", func(i int, n attest.NetworkID) [96]byte {
			return keys[0].Sign(attest.Possession{Network: n, Operator: attest.Address(p.Committee[i].Operator), Key: keys[i].PublicKey().Bytes()}.Message(firstEpoch))
		}},
		{"no point", func(int, attest.NetworkID) [96]byte { return [96]byte{1, 2, 3} }},
	} {
		p.Prove = func(i int, n attest.NetworkID) ([96]byte, error) {
			if i == 2 {
				return c.sign(i, n), nil
			}
			return good(i, n)
		}
		_, err := Deploy(ctx, a.URL, anvilKey(t, 0), p, nil)
		if err == nil || !strings.Contains(err.Error(), "committee member 2 (node-2)") || !strings.Contains(err.Error(), "walrus node prove") || strings.Contains(err.Error(), "node-1") {
			t.Errorf("proof for %s: %v", c.name, err)
		}
	}
	// The contract does not rely on us: a proof that reaches it is checked there too.
	p.Prove = good
	r, err := Deploy(ctx, a.URL, anvilKey(t, 0), p, nil)
	if err != nil {
		t.Fatal(err)
	}
	c, err := Dial(ctx, Options{URLs: []string{a.URL}, Registry: r.Network.Registry})
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	com, err := c.Committee(ctx, 1)
	if err != nil || len(com.Members) != 4 {
		t.Errorf("committee: %+v, %v", com, err)
	}
}

// TestMissingPrecompile: a chain without EIP-2537 is refused by the name of what it lacks, before anything is sent.
func TestMissingPrecompile(t *testing.T) {
	t.Parallel()
	a := chaintest.StartAnvil(t, "--hardfork", "cancun")
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	p, keys := testCommittee(t, 4, 7)
	p.Prove = prover(p, keys)
	_, err := Deploy(ctx, a.URL, anvilKey(t, 0), p, nil)
	if !errors.Is(err, ErrPrecompile) || !strings.Contains(err.Error(), "BLS12_G1ADD") {
		t.Errorf("deployment on a chain before Prague: %v", err)
	}
	var number hexutil.Uint64
	if a.Call(t, &number, "eth_blockNumber"); number != 0 {
		t.Errorf("%d blocks were made", number)
	}
}

// TestHundredMembers: the largest committee that is planned for sets up in pages within the gas of one transaction each, and certifies.
func TestHundredMembers(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("takes 10 s of pairings")
	}
	a := chaintest.StartAnvil(t)
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	p, keys := testCommittee(t, 100, 1000)
	p.Prove = prover(p, keys)
	r, err := Deploy(ctx, a.URL, anvilKey(t, 0), p, func(line string) { t.Log(line) })
	if err != nil {
		t.Fatal(err)
	}
	c, err := Dial(ctx, Options{URLs: []string{a.URL}, Registry: r.Network.Registry})
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	com, err := c.Committee(ctx, 1)
	if err != nil || len(com.Members) != 100 {
		t.Fatalf("committee of %d members, %v", len(com.Members), err)
	}
	acct, err := c.Account(anvilKey(t, 0))
	if err != nil {
		t.Fatal(err)
	}
	s := chaintest.Setup{Keys: keys}
	reg, err := acct.Register(ctx, []chain.Registration{chaintest.Registration(100, 1, false)}, 1<<40, nil)
	if err != nil {
		t.Fatal(err)
	}
	sig, bitmap := s.Certificate(ctx, t, c, reg.Objects[0], attest.MinCorrect(1000), nil)
	got, err := acct.Certify(ctx, reg.Objects[0], sig, bitmap, nil)
	if err != nil {
		t.Fatal(err)
	}
	bounded(ctx, t, acct, fmt.Sprintf("certify with %d of 100 members: %d gas", attest.Bitmap(bitmap).Count(), got.Gas), got, bitmap, 1)
}
