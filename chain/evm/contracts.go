package evm

import (
	"errors"
	"fmt"
	"math/big"
	"sync"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"walrus/attest"
	"walrus/chain"
	"walrus/contracts/bindings"
	"walrus/redstuff"
)

// Names of the contracts in the Registry.
const (
	partWAL          = "WAL"
	partStorage      = "Storage"
	partCertificates = "Certificates"
	partAttributes   = "Attributes"
	partWrapper      = "Wrapper"
	partCallbacks    = "Callbacks"
)

// The contracts' ABIs. They hold no state: addresses are passed with every call.
var (
	registryABI     = bindings.NewRegistry()
	walABI          = bindings.NewWAL()
	storageABI      = bindings.NewStorage() // of all its pieces
	certificatesABI = bindings.NewCertificates()
	attributesABI   = bindings.NewAttributes()
	wrapperABI      = bindings.NewWrapper()
	callbacksABI    = bindings.NewCallbacks()
	proxyABI        = bindings.NewPartProxy() // in front of all but WAL
)

// contractErrors are the custom errors of all contracts by selector.
var contractErrors = sync.OnceValue(func() map[[4]byte]abi.Error {
	all := make(map[[4]byte]abi.Error)
	for _, a := range []abi.ABI{
		registryABI.GetABI(), walABI.GetABI(), storageABI.GetABI(), certificatesABI.GetABI(), attributesABI.GetABI(), wrapperABI.GetABI(), callbacksABI.GetABI(),
		proxyABI.GetABI(),
	} {
		for _, e := range a.Errors {
			all[[4]byte(e.ID[:4])] = e
		}
	}
	return all
})

// parts are the addresses of one deployment's contracts.
type parts struct {
	registry, wal, storage, certificates common.Address
	attributes, wrapper, callbacks       common.Address
}

func (p *parts) asMap() map[string]chain.Address {
	return map[string]chain.Address{
		partWAL: chain.Address(p.wal), partStorage: chain.Address(p.storage), partCertificates: chain.Address(p.certificates),
		partAttributes: chain.Address(p.attributes), partWrapper: chain.Address(p.wrapper), partCallbacks: chain.Address(p.callbacks),
	}
}

// eventID is the topic of an event of an ABI that was compiled in.
func eventID(a abi.ABI, name string) common.Hash {
	e, ok := a.Events[name]
	if !ok {
		panic("no event " + name + " in the bindings") // bindings and adapter are built together
	}
	return e.ID
}

var (
	topicRegistered  = eventID(storageABI.GetABI(), "BlobRegistered")
	topicCertified   = eventID(storageABI.GetABI(), "BlobCertified")
	topicDeleted     = eventID(storageABI.GetABI(), "BlobDeleted")
	topicInvalid     = eventID(storageABI.GetABI(), "InvalidBlobID")
	topicReserved    = eventID(storageABI.GetABI(), "StorageReserved")
	topicTransferred = eventID(storageABI.GetABI(), "Transferred")
	topicPrices      = eventID(storageABI.GetABI(), "PricesUpdated")

	topicPoolCreated      = eventID(storageABI.GetABI(), "StoragePoolCreated")
	topicPoolExtended     = eventID(storageABI.GetABI(), "StoragePoolExtended")
	topicBucketCreated    = eventID(storageABI.GetABI(), "BlobBucketCreated")
	topicPooledRegistered = eventID(storageABI.GetABI(), "PooledBlobRegistered")
	topicPooledCertified  = eventID(storageABI.GetABI(), "PooledBlobCertified")
	topicPooledDeleted    = eventID(storageABI.GetABI(), "PooledBlobDeleted")
	topicTokenTransfer    = eventID(wrapperABI.GetABI(), "Transfer")

	topicCommittee = eventID(certificatesABI.GetABI(), "CommitteeSet")

	topicSharedExtended = eventID(storageABI.GetABI(), "SharedBlobExtended")
	topicWALTransfer    = eventID(walABI.GetABI(), "Transfer")
)

// ignoredTopics are the events that follow from others or concern only the contracts' owner. What is neither decoded nor here stops whoever must have seen everything.
var ignoredTopics = sync.OnceValue(func() map[common.Hash]bool {
	ignored := map[common.Hash]bool{eventID(certificatesABI.GetABI(), "CommitteePage"): true}
	for _, name := range []string{
		"Paid", "Linked", "StorageChanged", "StorageEnded", "BlobBurned", "BlobShared", "SharedBlobFunded", "SharedBlobExtended",
		// A pool's size does not matter to nodes; it is destroyed when it is empty, and burned entries have ended.
		"StoragePoolChanged", "StoragePoolDestroyed", "BlobBucketCreated", "PooledBlobBurned",
		// The index refers to another pool: nodes hold the blob for as long as any pool has it.
		"PooledBlobPromoted",
	} {
		ignored[eventID(storageABI.GetABI(), name)] = true
	}
	for _, name := range []string{"Initialized", "OwnershipTransferStarted", "OwnershipTransferred", "Upgraded"} {
		ignored[eventID(storageABI.GetABI(), name)] = true
	}
	return ignored
})

func ignored(l types.Log) bool { return len(l.Topics) > 0 && ignoredTopics()[l.Topics[0]] }

// filter asks for all logs of the contracts whose events make up the stream, so that none of a newer version is missed.
func (p *parts) filter(from, to uint64) ethereum.FilterQuery {
	return ethereum.FilterQuery{
		FromBlock: new(big.Int).SetUint64(from), ToBlock: new(big.Int).SetUint64(to),
		Addresses: []common.Address{p.storage, p.certificates},
	}
}

// dataLen is the length of an event's data by topic: all fields are words. The bindings would read a log without data as one of zeros.
var dataLen = sync.OnceValue(func() map[common.Hash]int {
	lens := make(map[common.Hash]int)
	for _, a := range []abi.ABI{storageABI.GetABI(), certificatesABI.GetABI()} {
		for _, e := range a.Events {
			lens[e.ID] = 32 * len(e.Inputs.NonIndexed())
		}
	}
	return lens
})

var errForeignLog = errors.New("log is none of the contracts' events")

// decode reads one log. It trusts nothing: wrong address or length is an error. A topic that it does not know gives a chain.UnknownEvent.
func (p *parts) decode(l types.Log) (e chain.Event, err error) {
	if l.Address != p.storage && l.Address != p.certificates || l.Index > uint(chain.NoLog-1) {
		return e, fmt.Errorf("decode log of %v: %w", l.Address, errForeignLog)
	}
	e.Cursor = chain.Cursor{Block: l.BlockNumber, Hash: l.BlockHash, LogIndex: uint32(l.Index)}
	e.Tx = chain.TxHash(l.TxHash)
	e.Time = l.BlockTimestamp
	if len(l.Topics) == 0 {
		e.Kind = chain.UnknownEvent
		return e, nil
	}
	if want, ok := dataLen()[l.Topics[0]]; ok && len(l.Data) != want {
		return chain.Event{}, fmt.Errorf("%w: topic %v with %d bytes of data, want %d", errForeignLog, l.Topics[0], len(l.Data), want)
	}
	switch {
	case l.Address == p.storage:
		err = decodeStorage(&e, &l)
	case l.Address == p.certificates && l.Topics[0] == topicCommittee:
		v, uerr := certificatesABI.UnpackCommitteeSetEvent(&l)
		if err = uerr; err == nil {
			e.Kind, e.Epoch = chain.CommitteeSet, attest.Epoch(v.Epoch)
		}
	default:
		e.Kind = chain.UnknownEvent
	}
	if err != nil {
		return chain.Event{}, fmt.Errorf("decode log of %v, topic %v: %w", l.Address, l.Topics[0], err)
	}
	return e, nil
}

func decodeStorage(e *chain.Event, l *types.Log) error {
	switch l.Topics[0] {
	case topicRegistered:
		v, err := storageABI.UnpackBlobRegisteredEvent(l)
		if err != nil {
			return err
		}
		e.Kind, e.Epoch, e.BlobID, e.Object, e.Owner = chain.BlobRegistered, attest.Epoch(v.Epoch), redstuff.BlobID(v.BlobId), attest.ObjectID(v.ObjectId), chain.Address(v.Owner)
		e.Size, e.Encoding, e.End, e.Deletable = v.Size, v.Encoding, attest.Epoch(v.EndEpoch), v.Deletable
	case topicCertified:
		v, err := storageABI.UnpackBlobCertifiedEvent(l)
		if err != nil {
			return err
		}
		e.Kind, e.Epoch, e.BlobID, e.Object, e.Owner = chain.BlobCertified, attest.Epoch(v.Epoch), redstuff.BlobID(v.BlobId), attest.ObjectID(v.ObjectId), chain.Address(v.Owner)
		e.End, e.Deletable, e.IsExtension = attest.Epoch(v.EndEpoch), v.Deletable, v.IsExtension
	case topicDeleted:
		v, err := storageABI.UnpackBlobDeletedEvent(l)
		if err != nil {
			return err
		}
		e.Kind, e.Epoch, e.BlobID, e.Object, e.Owner = chain.BlobDeleted, attest.Epoch(v.Epoch), redstuff.BlobID(v.BlobId), attest.ObjectID(v.ObjectId), chain.Address(v.Owner)
		e.End, e.Certified, e.Deletable = attest.Epoch(v.EndEpoch), v.WasCertified, true
	case topicInvalid:
		v, err := storageABI.UnpackInvalidBlobIDEvent(l)
		if err != nil {
			return err
		}
		e.Kind, e.Epoch, e.BlobID = chain.InvalidBlobID, attest.Epoch(v.Epoch), redstuff.BlobID(v.BlobId)
	case topicReserved:
		v, err := storageABI.UnpackStorageReservedEvent(l)
		if err != nil {
			return err
		}
		e.Kind, e.Object, e.Owner, e.Size = chain.StorageReserved, attest.ObjectID(v.StorageId), chain.Address(v.Owner), v.Size
		e.Start, e.End = attest.Epoch(v.StartEpoch), attest.Epoch(v.EndEpoch)
	case topicTransferred:
		v, err := storageABI.UnpackTransferredEvent(l)
		if err != nil {
			return err
		}
		e.Kind, e.Object, e.Owner = chain.Transferred, attest.ObjectID(v.ObjectId), chain.Address(v.To)
	case topicPrices:
		v, err := storageABI.UnpackPricesUpdatedEvent(l)
		if err != nil {
			return err
		}
		e.Kind, e.Epoch = chain.PricesUpdated, attest.Epoch(v.Epoch)
	default:
		return decodePools(e, l)
	}
	return nil
}

// decodePools is decodeStorage for pools and the blobs in them.
func decodePools(e *chain.Event, l *types.Log) error {
	switch l.Topics[0] {
	case topicPoolCreated:
		v, err := storageABI.UnpackStoragePoolCreatedEvent(l)
		if err != nil {
			return err
		}
		e.Kind, e.Epoch, e.Pool, e.Owner, e.Size = chain.PoolCreated, attest.Epoch(v.Epoch), attest.ObjectID(v.PoolId), chain.Address(v.Owner), v.Size
		e.Start, e.End = attest.Epoch(v.StartEpoch), attest.Epoch(v.EndEpoch)
	case topicPoolExtended:
		v, err := storageABI.UnpackStoragePoolExtendedEvent(l)
		if err != nil {
			return err
		}
		e.Kind, e.Epoch, e.Pool, e.End = chain.PoolExtended, attest.Epoch(v.Epoch), attest.ObjectID(v.PoolId), attest.Epoch(v.NewEndEpoch)
	case topicPooledRegistered:
		v, err := storageABI.UnpackPooledBlobRegisteredEvent(l)
		if err != nil {
			return err
		}
		e.Kind, e.Epoch, e.BlobID, e.Object, e.Pool = chain.BlobRegistered, attest.Epoch(v.Epoch), redstuff.BlobID(v.BlobId), attest.ObjectID(v.ObjectId), attest.ObjectID(v.PoolId)
		e.Size, e.Encoding, e.Deletable = v.Size, v.Encoding, v.Deletable
	case topicPooledCertified:
		v, err := storageABI.UnpackPooledBlobCertifiedEvent(l)
		if err != nil {
			return err
		}
		e.Kind, e.Epoch, e.BlobID, e.Object, e.Pool = chain.BlobCertified, attest.Epoch(v.Epoch), redstuff.BlobID(v.BlobId), attest.ObjectID(v.ObjectId), attest.ObjectID(v.PoolId)
		e.Deletable = v.Deletable
	case topicPooledDeleted:
		v, err := storageABI.UnpackPooledBlobDeletedEvent(l)
		if err != nil {
			return err
		}
		e.Kind, e.Epoch, e.BlobID, e.Object, e.Pool = chain.BlobDeleted, attest.Epoch(v.Epoch), redstuff.BlobID(v.BlobId), attest.ObjectID(v.ObjectId), attest.ObjectID(v.PoolId)
		e.Certified, e.Deletable = v.WasCertified, true
	default:
		e.Kind = chain.UnknownEvent
	}
	return nil
}

// partName is a contract's name as the Registry keeps it: ASCII, left-aligned.
func partName(s string) (name [32]byte) {
	copy(name[:], s)
	return name
}
