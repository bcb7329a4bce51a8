package client

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/sync/errgroup"

	"walrus/attest"
	"walrus/chain"
	"walrus/internal/turn"
	"walrus/redstuff"
)

// journalVersion is the format of journal files; another one is refused.
const journalVersion = 1

// A journalKey names one unfinished store: the same blob, kept the same way, by the same account, on the same network.
type journalKey struct {
	Network   attest.NetworkID
	Owner     chain.Address
	BlobID    redstuff.BlobID
	Deletable bool
	Pool      attest.ObjectID // that it is put into; zero if none
}

// A journalEntry is what must be remembered of an unfinished store so that no step is paid twice. Each field is on disk before the step
// after it begins. A transaction may have several hashes, one for each fee it was sent with; at most one of them is ever mined.
type journalEntry struct {
	Version   int              `json:"version"`
	Network   attest.NetworkID `json:"network"`
	Owner     chain.Address    `json:"owner"`
	BlobID    redstuff.BlobID  `json:"blobId"`
	Deletable bool             `json:"deletable"`
	Pool      *attest.ObjectID `json:"pool,omitempty"`       // that it is put into
	Register  []chain.TxHash   `json:"registerTx,omitempty"` // signed; may or may not have been sent
	Object    *attest.ObjectID `json:"object,omitempty"`     // registered
	Certify   []chain.TxHash   `json:"certifyTx,omitempty"`  // signed; may or may not have been sent
	Extend    []chain.TxHash   `json:"extendTx,omitempty"`   // signed; may or may not have been sent
	Upload    string           `json:"upload,omitempty"`     // its name towards nodes, by which an upload goes on where it was
	Path      string           `json:"path,omitempty"`       // of the source, for people
	Part      bool             `json:"part,omitempty"`       // of an object in parts: kept until all of them and the manifest are certified
}

func (e journalEntry) key() journalKey {
	k := journalKey{Network: e.Network, Owner: e.Owner, BlobID: e.BlobID, Deletable: e.Deletable}
	if e.Pool != nil {
		k.Pool = *e.Pool
	}
	return k
}

// A Journal is a folder with one small file per unfinished store. Files are replaced atomically and synced before a step goes on.
// One process may use several entries at once. Beside an entry that is in use lies a file that is locked, so that two processes that store the same blob from the same
// account do so one after the other; the system takes the lock off when a process is killed.
type Journal struct {
	dir string
}

// OpenJournal makes dir (mode 0700) if it is missing.
func OpenJournal(dir string) (*Journal, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("journal: %w", err)
	}
	return &Journal{dir: dir}, nil
}

// name is what all files that belong to an entry begin with.
func (k journalKey) name() string {
	kind := "permanent"
	if k.Deletable {
		kind = "deletable"
	}
	if !k.Pool.IsZero() {
		kind += "-" + k.Pool.String()[2:]
	}
	return fmt.Sprintf("%s-%s-%s-%s", k.Network.String()[2:18], k.Owner.String()[2:], k.BlobID, kind)
}

func (j *Journal) path(k journalKey) string { return filepath.Join(j.dir, k.name()+".json") }

// turn waits until it is nobody else's turn to store k; waiting is called once if it is. An error other than ctx's says that the folder's file system knows no locks.
func (j *Journal) turn(ctx context.Context, k journalKey, waiting func()) (*turn.Turn, error) {
	t, err := turn.Take(ctx, filepath.Join(j.dir, k.name()+".lock"), waiting)
	if err != nil && ctx.Err() == nil {
		return nil, fmt.Errorf("journal: %w", err)
	}
	return t, err
}

// temporary stands in the names of files that are being written, between the entry's name and something random.
const temporary = ".tmp-"

// sweep removes what processes that were killed while they wrote these entries have left. Whoever calls it has the turns of all of them. What can't be removed harms nobody.
func (j *Journal) sweep(keys map[string]bool) {
	files, _ := os.ReadDir(j.dir)
	for _, f := range files {
		if name, _, ok := strings.Cut(f.Name(), temporary); ok && keys[name] {
			_ = os.Remove(filepath.Join(j.dir, f.Name()))
		}
	}
}

// load returns the entry of k, or false if there is none.
func (j *Journal) load(k journalKey) (journalEntry, bool, error) {
	raw, err := os.ReadFile(j.path(k))
	if errors.Is(err, fs.ErrNotExist) {
		return journalEntry{}, false, nil
	}
	if err != nil {
		return journalEntry{}, false, fmt.Errorf("journal: %w", err)
	}
	e, err := parseJournalEntry(raw)
	if err == nil && e.key() != k {
		err = errors.New("it describes another store")
	}
	if err != nil {
		return journalEntry{}, false, fmt.Errorf("journal file %s: %w; move it away to start that store anew", j.path(k), err)
	}
	return e, true, nil
}

func parseJournalEntry(raw []byte) (journalEntry, error) {
	var e journalEntry
	if err := json.Unmarshal(raw, &e); err != nil {
		return journalEntry{}, err
	}
	if e.Version != journalVersion {
		return journalEntry{}, fmt.Errorf("format version %d, this program knows %d", e.Version, journalVersion)
	}
	return e, nil
}

// journalWrites is how many files are written at the same time. A disk makes durable together what comes together.
const journalWrites = 16

// save replaces entries durably: on return those without an error survive a power cut. It returns one error each.
func (j *Journal) save(entries ...journalEntry) []error {
	errs := make([]error, len(entries))
	var g errgroup.Group
	g.SetLimit(journalWrites)
	for i, e := range entries {
		g.Go(func() error {
			e.Version = journalVersion
			raw, err := json.MarshalIndent(e, "", "  ")
			if err == nil {
				err = j.swap(e.key(), raw)
			}
			errs[i] = err
			return nil
		})
	}
	_ = g.Wait() // the errors are the entries' own
	whole := syncDir(j.dir)
	for i, err := range errs {
		if err = cmp.Or(err, whole); err != nil {
			errs[i] = fmt.Errorf("journal: %w", err)
		}
	}
	return errs
}

// remove forgets a finished store.
func (j *Journal) remove(k journalKey) error {
	if err := os.Remove(j.path(k)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("journal: %w", err)
	}
	return nil
}

// An Unfinished store is one that the journal remembers. Storing the same source again finishes it.
type Unfinished struct {
	Path      string
	BlobID    redstuff.BlobID
	Owner     chain.Address
	Deletable bool
	Pool      attest.ObjectID // that it is put into; zero if none
	Object    attest.ObjectID // zero if it is not known to be registered
}

// Unfinished lists the unfinished stores. Unreadable files are errors, joined; the others are returned all the same.
func (j *Journal) Unfinished() ([]Unfinished, error) {
	files, err := os.ReadDir(j.dir)
	if err != nil {
		return nil, fmt.Errorf("journal: %w", err)
	}
	var list []Unfinished
	var errs []error
	for _, f := range files {
		if !strings.HasSuffix(f.Name(), ".json") {
			continue
		}
		raw, err := os.ReadFile(filepath.Join(j.dir, f.Name()))
		if err == nil {
			var e journalEntry
			if e, err = parseJournalEntry(raw); err == nil {
				u := Unfinished{Path: e.Path, BlobID: e.BlobID, Owner: e.Owner, Deletable: e.Deletable, Pool: e.key().Pool}
				if e.Object != nil {
					u.Object = *e.Object
				}
				list = append(list, u)
				continue
			}
		}
		errs = append(errs, fmt.Errorf("journal file %s: %w", f.Name(), err))
	}
	return list, errors.Join(errs...)
}

// swap writes raw to a temporary file, syncs it and renames it over the entry of k. The folder is to be synced afterwards.
func (j *Journal) swap(k journalKey, raw []byte) error {
	tmp, err := os.CreateTemp(j.dir, k.name()+temporary)
	if err != nil {
		return err
	}
	defer os.Remove(tmp.Name()) // a no-op after the rename
	if _, err = tmp.Write(raw); err == nil {
		err = tmp.Sync()
	}
	if cerr := tmp.Close(); err == nil {
		err = cerr
	}
	if err != nil {
		return err
	}
	return os.Rename(tmp.Name(), j.path(k))
}
