package e2e

import (
	"encoding/json"
	"flag"
	"io/fs"
	"math/big"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/ethclient"

	"walrus/client"
	"walrus/redstuff"
)

var (
	smallBlobs  = flag.Int("small-blobs", 200, "number of blobs of TestSmallBlobs")
	smallShards = flag.Int("small-shards", 100, "number of shards of TestSmallBlobs, over ten nodes")
)

// TestSmallBlobs stores many blobs of about a kilobyte with one command, and tells what each cost. They are registered a hundred at a time and certified a hundred at a time. More of
// them than in continuous integration: go test ./e2e -run TestSmallBlobs -v -small-blobs 10000 -timeout 60m
func TestSmallBlobs(t *testing.T) {
	weights := make([]int, 10)
	for i := range weights {
		weights[i] = *smallShards / 10
	}
	n := start(t, weights...)
	dir := t.TempDir()
	args := []string{"store", "--config", n.net.Info().ClientConfig, "--epochs", "3", "--json"}
	contents := make([][]byte, *smallBlobs)
	for i := range contents {
		contents[i] = blob(uint64(i), 900+i%200)
		path := filepath.Join(dir, strconv.Itoa(i))
		if err := os.WriteFile(path, contents[i], 0o600); err != nil {
			t.Fatal(err)
		}
		args = append(args, path)
	}
	ec, err := ethclient.DialContext(t.Context(), n.net.Info().RPCURL)
	if err != nil {
		t.Fatal(err)
	}
	defer ec.Close()
	first, err := ec.BlockNumber(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	before, wal := folderSize(t, filepath.Join(n.cfg.Dir, "chain")), n.wal()
	env := append(os.Environ(), "HOME="+dir, "TMPDIR="+dir, "XDG_CONFIG_HOME=", "GOMEMLIMIT=", "GOGC=")
	begin := time.Now()
	out, peak := measured(t, env, args...)
	took := time.Since(begin)

	var results []json.RawMessage
	if err := json.Unmarshal(out, &results); err != nil || len(results) != *smallBlobs {
		t.Fatalf("%d results for %d blobs, %v", len(results), *smallBlobs, err)
	}
	blobs, err := n.chain.BlobsOf(t.Context(), n.acct.Address())
	if err != nil {
		t.Fatal(err)
	}
	certified := map[redstuff.BlobID]bool{}
	for _, b := range blobs {
		certified[b.BlobID] = b.IsCertified
	}
	params, err := redstuff.NewParams(*smallShards)
	if err != nil {
		t.Fatal(err)
	}
	for i := range contents {
		m, err := redstuff.ComputeMetadata(params, contents[i])
		if err != nil {
			t.Fatal(err)
		}
		if !certified[m.BlobID()] {
			for _, b := range blobs {
				if b.BlobID == m.BlobID() {
					t.Logf("%+v", b)
				}
			}
			t.Fatalf("blob %d of %d is not certified; %d are owned, and the store said %s", i, len(contents), len(blobs), results[i])
		}
		if i%max(*smallBlobs/20, 1) == 0 {
			if _, err := n.read(m.BlobID(), contents[i]); err != nil {
				t.Errorf("read blob %d: %v", i, err)
			}
		}
	}
	paid := wal - n.wal()
	last, err := ec.BlockNumber(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var gas, bytes, txs uint64
	for k := first + 1; k <= last; k++ {
		b, err := ec.BlockByNumber(t.Context(), new(big.Int).SetUint64(k))
		if err != nil {
			t.Fatal(err)
		}
		gas, bytes, txs = gas+b.GasUsed(), bytes+b.Size(), txs+uint64(len(b.Transactions()))
	}
	// With many shards fewer blobs make a batch, whose slivers are held in memory.
	sliverBytes := *smallShards * (params.SliverSize(redstuff.Primary, 2) + params.SliverSize(redstuff.Secondary, 2))
	perBatch := max(min(client.BatchSources, (128<<20)/sliverBytes), 1)
	if want := uint64(2 * ((*smallBlobs + perBatch - 1) / perBatch)); txs > want {
		t.Errorf("%d transactions, want at most %d: two per %d blobs", txs, want, perBatch)
	}
	count := uint64(*smallBlobs)
	t.Logf("%d blobs with %d shards: %.0f blobs a second, %d gas, %d bytes of blocks and %d of the chain's folder per blob, %d FROST each, client %.0f MiB",
		count, *smallShards, float64(count)/took.Seconds(), gas/count, bytes/count, (folderSize(t, filepath.Join(n.cfg.Dir, "chain"))-before)/int64(count), paid/count, peak)
}

// folderSize is the number of bytes of all files below dir. Those that vanish meanwhile do not count.
func folderSize(t *testing.T, dir string) (sum int64) {
	t.Helper()
	err := filepath.WalkDir(dir, func(_ string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return nil
		}
		if info, err := d.Info(); err == nil {
			sum += info.Size()
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return sum
}
