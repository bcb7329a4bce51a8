package evm

import (
	"context"
	"crypto/ecdsa"
	"errors"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/crypto"

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
		network := make([]byte, 33)
		network[0], network[32] = 2, byte(i)
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
	a := chaintest.StartAnvil(t)
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	p, keys := testCommittee(t, 10, 1000)
	p.StatePath = filepath.Join(t.TempDir(), "params.yaml.state.json")
	var missing *MissingProofsError
	if _, err := Deploy(ctx, a.URL, anvilKey(t, 0), p, nil); !errors.As(err, &missing) || len(missing.Members) != 10 || missing.Network.IsZero() {
		t.Fatalf("without proofs: %v", err)
	}
	t.Log(missing)
	p.Prove = prover(p, keys)
	r, err := Deploy(ctx, a.URL, anvilKey(t, 0), p, func(s string) { t.Log(s) })
	if err != nil {
		t.Fatal(err)
	}
	if r.Network.ID != missing.Network || r.Network.Registry != missing.Registry {
		t.Errorf("second run made network %v at %v, the first %v at %v", r.Network.ID, r.Network.Registry, missing.Network, missing.Registry)
	}
	t.Logf("gas %d, %v wei", r.Gas, r.Native)
	again, err := Deploy(ctx, a.URL, anvilKey(t, 0), p, func(s string) { t.Log(s) })
	if err != nil || again.Gas != 0 || again.Network.ID != r.Network.ID {
		t.Errorf("third run: network %v, %d gas, %v", again.Network.ID, again.Gas, err)
	}
}
