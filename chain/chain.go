// Package chain is the control plane as Go sees it: the state that the contracts keep, the stream of events that storage nodes act on,
// and the calls that users pay for. It names no blockchain library; adapters (chain/evm) translate.
//
// Words: a storage resource is bytes reserved for a range of epochs; a blob object is one registration of a blob, owned by an account and
// bound to a resource; a cursor is a position in the final event stream.
package chain

import (
	"context"
	"errors"
	"iter"
	"math/big"
	"time"

	"walrus/attest"
	"walrus/redstuff"
)

// Sentinel errors that every adapter maps its own failures to.
var (
	ErrNotFound     = errors.New("not found on the chain")
	ErrReorg        = errors.New("chain reorganised below the finality depth")
	ErrWrongNetwork = errors.New("chain does not carry this network")
	ErrNoFunds      = errors.New("insufficient balance")
	ErrUnavailable  = errors.New("chain endpoint unavailable") // worth a retry
)

// A RevertError is a call that the contracts refused: the catalogue's error name and its arguments, formatted.
type RevertError struct {
	Name string   // as in the contracts, for instance StorageExceeded
	Args []string // what was got and wanted
}

// Network names one deployment. All fields are compared with a client's configuration at every start.
type Network struct {
	ID       attest.NetworkID
	ChainID  uint64
	Registry Address
	Salt     [32]byte
	Version  uint32 // format version of the contracts
	Deployed uint64 // block of the Registry's deployment: where event streams begin
	// Parts are the addresses of the contracts by name (WAL, Storage, Certificates).
	Parts map[string]Address
	Owner Address // holds every privileged role until governance exists
}

// System is the state that prices and lifetimes depend on. Amounts are FROST, sizes bytes of encoded data.
type System struct {
	Epoch          attest.Epoch
	NShards        uint16
	StoragePrice   uint64 // FROST per MiB and epoch
	WritePrice     uint64 // FROST per MiB
	TotalCapacity  uint64
	UsedCapacity   uint64 // in the current epoch
	MaxEpochsAhead uint32
	EpochStart     time.Time
	EpochDuration  time.Duration
	BurnBasis      uint16 // basis points of each fee that are burned
}

// A Member is one storage node of a committee.
type Member struct {
	NodeID     attest.NodeID
	Operator   Address
	Name       string
	NetAddress string   // host:port
	NetworkKey [33]byte // compressed P-256 key that its TLS certificate carries
	BLSKey     [48]byte
	Shards     []redstuff.ShardIndex // ascending
}

// A Committee is the ordered list of members of one epoch; a member's position is its signer index.
type Committee struct {
	Epoch   attest.Epoch
	NShards uint16
	Members []Member
}

// A Resource is reserved space in [Start, End).
type Resource struct {
	ID         attest.ObjectID
	Owner      Address
	Start, End attest.Epoch
	Size       uint64          // bytes, encoded
	BoundTo    attest.ObjectID // blob object that uses it; zero if free
}

// A Blob is one blob object. Certified is the epoch of its first certification; Registered only, if IsCertified is false.
type Blob struct {
	ID          attest.ObjectID
	Owner       Address
	BlobID      redstuff.BlobID
	Size        uint64 // unencoded bytes
	Encoding    uint8
	Deletable   bool
	Registered  attest.Epoch
	IsCertified bool
	Certified   attest.Epoch
	Storage     Resource
}

// Availability is what contracts and readers may rely on for a blob ID.
type Availability struct {
	Certified      bool         // a certified permanent object exists or existed
	PermanentUntil attest.Epoch // exclusive end of the longest certified permanent object
	Invalid        bool
}

// Balances of an account, in the smallest units: wei and FROST.
type Balances struct {
	Native *big.Int
	WAL    uint64
}

// Registration asks for a new blob object on newly reserved space, from the current epoch on.
type Registration struct {
	BlobID    redstuff.BlobID
	Root      [32]byte // blob root; with Size and Encoding it must give BlobID
	Size      uint64   // unencoded bytes
	Encoding  uint8
	Deletable bool
	Epochs    uint32          // epochs ahead, at least 1
	Storage   attest.ObjectID // use this free resource instead of reserving (zero: reserve)
}

// Receipt tells what a transaction did and cost.
type Receipt struct {
	Tx      TxHash
	Block   uint64
	Gas     uint64
	Native  *big.Int // wei paid for gas
	WAL     uint64   // FROST paid
	Funds   uint64   // FROST paid by a shared blob out of its funds
	Objects []attest.ObjectID
}

// Estimate is the price of a call before it is sent.
type Estimate struct {
	Gas    uint64
	Native *big.Int // wei at the current fee
	WAL    uint64   // FROST
}

// Reader is the read side, enough for storage nodes and for clients that pay nothing. Answers reflect final state only.
type Reader interface {
	Network(ctx context.Context) (Network, error)
	System(ctx context.Context) (System, error)
	Committee(ctx context.Context, epoch attest.Epoch) (Committee, error)
	Availability(ctx context.Context, id redstuff.BlobID) (Availability, error)
	Blob(ctx context.Context, id attest.ObjectID) (Blob, error)
	Resource(ctx context.Context, id attest.ObjectID) (Resource, error)
	// BlobsOf and ResourcesOf list what owner holds now, deleted objects left out, in order of creation. ResourcesOf lists free ones only.
	BlobsOf(ctx context.Context, owner Address) ([]Blob, error)
	ResourcesOf(ctx context.Context, owner Address) ([]Resource, error)
	Balances(ctx context.Context, owner Address) (Balances, error)
	// Nonce is the number of objects that creator has made: the next object id is attest.NewObjectID(network, kind, creator, Nonce).
	Nonce(ctx context.Context, creator Address) (uint64, error)
	// Events yields final events after the cursor (zero: from the deployment) in order, each once, and then waits for more until ctx ends.
	// It survives endpoint failures by itself; the only errors it yields are ctx's, ErrReorg and ErrWrongNetwork, and it ends after one.
	Events(ctx context.Context, after Cursor) iter.Seq2[Event, error]
}

// Account is a Reader that can also pay: it holds one key and is the only sender for it. Each call returns once the transaction is final.
// A call whose transaction was sent in an earlier run is recognised by the caller's journal, see Pending.
type Account interface {
	Reader
	Address() Address
	// Register makes one blob object per registration, in order; Receipt.Objects are the blob objects' ids. maxPayment bounds the WAL paid.
	// sent is called with the transaction hash after signing and before sending, so that a journal can find it after a crash; its error aborts.
	// It is called again for every replacement with a higher fee, which has another hash: any one of the hashes may be the one that is mined, so a journal keeps all.
	Register(ctx context.Context, rs []Registration, maxPayment uint64, sent func(TxHash) error) (Receipt, error)
	// Certify submits one availability certificate (attest 0x40): signature is the 96-byte compressed aggregate, bitmap ceil(members/8) bytes.
	Certify(ctx context.Context, object attest.ObjectID, signature [96]byte, bitmap []byte, sent func(TxHash) error) (Receipt, error)
	Extend(ctx context.Context, object attest.ObjectID, epochs uint32, maxPayment uint64, sent func(TxHash) error) (Receipt, error)
	Delete(ctx context.Context, object attest.ObjectID) (Receipt, error)
	TransferObject(ctx context.Context, object attest.ObjectID, to Address) (Receipt, error)
	SendWAL(ctx context.Context, to Address, frost uint64) (Receipt, error)
	SendNative(ctx context.Context, to Address, wei *big.Int) (Receipt, error)
	EstimateRegister(ctx context.Context, rs []Registration) (Estimate, error)
	// Pending says what became of a transaction sent earlier: its receipt, nil while it may still be mined, or ErrNotFound when the endpoint asked does not know it.
	// Another endpoint may: ErrNotFound does not say that the transaction can never be mined, and a journal keeps its hash.
	Pending(ctx context.Context, tx TxHash) (*Receipt, error)
}
