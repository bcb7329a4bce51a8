package e2e

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"walrus/chain"
	"walrus/redstuff"
)

// TestTwinNetworks shows that a certificate is worth nothing on another network, even if all keys, the blob and the account are the same.
func TestTwinNetworks(t *testing.T) {
	a := start(t, 3, 3, 3, 3)
	b := &network{t: t, journal: t.TempDir(), cfg: a.cfg}
	b.cfg.Dir = t.TempDir()
	if err := os.CopyFS(filepath.Join(b.cfg.Dir, "keys"), os.DirFS(filepath.Join(a.cfg.Dir, "keys"))); err != nil {
		t.Fatal(err)
	}
	b.up()
	t.Cleanup(b.down)
	if a.net.Info().NetworkID == b.net.Info().NetworkID {
		t.Fatal("both networks have the same id")
	}
	if a.acct.Address() != b.acct.Address() {
		t.Fatal("the networks do not share their keys")
	}

	content := blob(77, 10_000)
	stored := a.mustStore(content)
	cert := stored.Certificate
	if cert == nil {
		t.Fatal("no certificate")
	}
	params, err := redstuff.NewParams(12)
	if err != nil {
		t.Fatal(err)
	}
	enc, err := redstuff.Encode(params, content)
	if err != nil {
		t.Fatal(err)
	}
	r, err := b.acct.Register(t.Context(), []chain.Registration{{BlobID: enc.BlobID(), Root: enc.Root(), Size: uint64(len(content)), Encoding: redstuff.EncodingRS2, Epochs: 5}}, 1e9, nil)
	if err != nil {
		t.Fatal(err)
	}
	object := r.Objects[0]
	_, err = b.acct.Certify(t.Context(), object, cert.Signature, cert.Bitmap, nil)
	var refused *chain.RevertError
	if !errors.As(err, &refused) || refused.Name != "SigVerification" {
		t.Fatalf("the other network's certificate: got %v, want SigVerification", err)
	}
	if o, err := b.chain.Blob(t.Context(), object); err != nil || o.IsCertified {
		t.Fatalf("after the refusal: %+v, %v", o, err)
	}
	if _, err := b.store(content); err != nil { // its own nodes' certificate is accepted, for the object that is there
		t.Fatal(err)
	}
	if o, err := b.chain.Blob(t.Context(), object); err != nil || !o.IsCertified {
		t.Fatalf("after the network's own certificate: %+v, %v", o, err)
	}
}
