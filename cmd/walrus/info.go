package main

import (
	"cmp"
	"encoding/base64"
	"fmt"
	"io"
	"math/bits"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"walrus/attest"
	"walrus/chain"
	"walrus/redstuff"
)

// storageUnit is the number of bytes that prices are quoted for.
const storageUnit = 1 << 20

// maxBlobSizeInQuilt is the largest member of a quilt, whose length field has 32 bits.
const maxBlobSizeInQuilt = 1<<32 - 1

type durationJSON struct {
	Secs  int64 `json:"secs"`
	Nanos int32 `json:"nanos"`
}

type epochInfo struct {
	CurrentEpoch        attest.Epoch      `json:"currentEpoch"`
	StartOfCurrentEpoch map[string]string `json:"startOfCurrentEpoch"` // {"DateTime": RFC 3339}
	EpochDuration       durationJSON      `json:"epochDuration"`
	MaxEpochsAhead      uint32            `json:"maxEpochsAhead"`
}

type storageInfo struct {
	NShards uint16 `json:"nShards"`
	NNodes  int    `json:"nNodes"`
}

type sizeInfo struct {
	StorageUnitSize    uint64 `json:"storageUnitSize"`
	MaxBlobSize        uint64 `json:"maxBlobSize"`
	MaxBlobSizeInQuilt uint64 `json:"maxBlobSizeInQuilt"`
}

type exampleBlob struct {
	UnencodedSize uint64 `json:"unencodedSize"`
	EncodedSize   uint64 `json:"encodedSize"`
	Price         uint64 `json:"price"`
	EncodingType  string `json:"encodingType"`
}

type encodingPrice struct {
	MarginalSize  uint64        `json:"marginalSize"`
	MetadataPrice uint64        `json:"metadataPrice"`
	MarginalPrice uint64        `json:"marginalPrice"`
	ExampleBlobs  []exampleBlob `json:"exampleBlobs"`
	EncodingType  string        `json:"encodingType"`
}

type priceInfo struct {
	StoragePricePerUnitSize uint64          `json:"storagePricePerUnitSize"`
	WritePricePerUnitSize   uint64          `json:"writePricePerUnitSize"`
	Encodings               []encodingPrice `json:"encodingDependentPriceInfo"`
}

type votingParams struct {
	StoragePrice uint64 `json:"storage_price"`
	WritePrice   uint64 `json:"write_price"`
	NodeCapacity uint64 `json:"node_capacity"`
}

type nodeInfo struct {
	Name             string                `json:"name"`
	NetworkAddress   string                `json:"networkAddress"`
	PublicKey        string                `json:"publicKey"`
	NetworkPublicKey string                `json:"networkPublicKey"`
	NShards          int                   `json:"nShards"`
	ShardIDs         []redstuff.ShardIndex `json:"shardIds,omitempty"`
	NodeID           attest.NodeID         `json:"nodeId"`
	Stake            uint64                `json:"stake"`
	VotingParams     votingParams          `json:"votingParams"`
}

type committeeInfo struct {
	NShards                uint16     `json:"nShards"`
	NPrimarySourceSymbols  int        `json:"nPrimarySourceSymbols"`
	NSecondarySourceSymbol int        `json:"nSecondarySourceSymbols"`
	MaxSliverSize          uint64     `json:"maxSliverSize"`
	MetadataStorageSize    uint64     `json:"metadataStorageSize"`
	MaxEncodedBlobSize     uint64     `json:"maxEncodedBlobSize"`
	CurrentStorageNodes    []nodeInfo `json:"currentStorageNodes"`
	NextStorageNodes       []nodeInfo `json:"nextStorageNodes"`
}

type bftInfo struct {
	MaxFaultyShards  int `json:"maxFaultyShards"`
	MinCorrectShards int `json:"minCorrectShards"`
	QuorumThreshold  int `json:"quorumThreshold"`
	MinNodesAbove    int `json:"minNodesAbove"`
	ShardsAbove      int `json:"shardsAbove"`
}

type coinInfo struct {
	CoinType string `json:"coinType"`
	Supply   uint64 `json:"totalSupply"` // FROST; ours, as the next two
	Burned   uint64 `json:"burned"`
	Burn     uint16 `json:"burnBasisPoints"` // of each fee
}

// A networkView is everything that the forms of info are made from.
type networkView struct {
	network   chain.Network
	system    chain.System
	committee chain.Committee
	supply    chain.Supply
	params    redstuff.Params
}

func (v *networkView) epoch() epochInfo {
	d := v.system.EpochDuration
	return epochInfo{
		CurrentEpoch:        v.system.Epoch,
		StartOfCurrentEpoch: map[string]string{"DateTime": v.system.EpochStart.UTC().Format("2006-01-02T15:04:05.000Z07:00")},
		EpochDuration:       durationJSON{int64(d / time.Second), int32(d % time.Second)},
		MaxEpochsAhead:      v.system.MaxEpochsAhead,
	}
}

func (v *networkView) storage() storageInfo {
	return storageInfo{v.system.NShards, len(v.committee.Members)}
}

func (v *networkView) size() sizeInfo {
	most := v.params.MaxBlobSize()
	return sizeInfo{storageUnit, most, min(most, maxBlobSizeInQuilt)}
}

// fee is the price per epoch of storing encoded bytes.
func (v *networkView) fee(encoded uint64) uint64 {
	return (encoded + storageUnit - 1) / storageUnit * v.system.StoragePrice
}

func (v *networkView) metadataBytes() uint64 { return uint64(v.params.N) * v.params.MetadataLength() }

func (v *networkView) price() (priceInfo, error) {
	most := v.params.MaxBlobSize()
	marginal := uint64(storageUnit)
	for marginal > most {
		marginal /= 4
	}
	encoded, err := v.params.EncodedLength(marginal)
	if err != nil {
		return priceInfo{}, err
	}
	p := encodingPrice{
		MarginalSize:  marginal,
		MetadataPrice: v.fee(v.metadataBytes()),
		MarginalPrice: v.fee(encoded - v.metadataBytes()),
		EncodingType:  "RS2",
	}
	for _, size := range []uint64{powerOfTwo(most / 1024), powerOfTwo(most / 32), most} {
		encoded, err := v.params.EncodedLength(size)
		if err != nil {
			return priceInfo{}, err
		}
		p.ExampleBlobs = append(p.ExampleBlobs, exampleBlob{size, encoded, v.fee(encoded), "RS2"})
	}
	return priceInfo{v.system.StoragePrice, v.system.WritePrice, []encodingPrice{p}}, nil
}

// powerOfTwo is the smallest power of two that is at least n, and at least 1.
func powerOfTwo(n uint64) uint64 {
	if n < 2 {
		return 1
	}
	return 1 << bits.Len64(n-1)
}

// committeeView is the committee with nodes in the order that by names; details leaves the lists of shards out if false.
func (v *networkView) committeeView(by string, desc, details bool) (committeeInfo, error) {
	most, err := v.params.EncodedLength(v.params.MaxBlobSize())
	if err != nil {
		return committeeInfo{}, err
	}
	info := committeeInfo{
		NShards:                v.system.NShards,
		NPrimarySourceSymbols:  v.params.K1,
		NSecondarySourceSymbol: v.params.K2,
		MaxSliverSize:          uint64(v.params.SliverSize(redstuff.Primary, redstuff.MaxSymbolSize)),
		MetadataStorageSize:    v.metadataBytes(),
		MaxEncodedBlobSize:     most,
		CurrentStorageNodes:    []nodeInfo{},
		NextStorageNodes:       []nodeInfo{},
	}
	for _, m := range sortMembers(v.committee.Members, by, desc) {
		n := nodeInfo{
			Name:             m.Name,
			NetworkAddress:   m.NetAddress,
			PublicKey:        base64.StdEncoding.EncodeToString(m.BLSKey[:]),
			NetworkPublicKey: base64.StdEncoding.EncodeToString(m.NetworkKey[:]),
			NShards:          len(m.Shards),
			NodeID:           m.NodeID,
			// Nodes cast no votes while the deployment's values rule; a node's share of the capacity follows its shards.
			VotingParams: votingParams{v.system.StoragePrice, v.system.WritePrice, v.system.TotalCapacity / uint64(v.params.N) * uint64(len(m.Shards))},
		}
		if details {
			n.ShardIDs = m.Shards
		}
		info.CurrentStorageNodes = append(info.CurrentStorageNodes, n)
	}
	return info, nil
}

func sortMembers(members []chain.Member, by string, desc bool) []chain.Member {
	sorted := slices.Clone(members)
	slices.SortStableFunc(sorted, func(a, b chain.Member) int {
		c := 0
		switch by {
		case "id":
			c = strings.Compare(a.NodeID.String(), b.NodeID.String())
		case "url":
			c = cmp.Compare(a.NetAddress, b.NetAddress)
		default:
			c = cmp.Compare(a.Name, b.Name)
		}
		if desc {
			return -c
		}
		return c
	})
	return sorted
}

// bft counts how few nodes, the largest first, hold more shards than may be faulty.
func (v *networkView) bft() bftInfo {
	f := v.params.F
	info := bftInfo{MaxFaultyShards: f, MinCorrectShards: v.params.N - f, QuorumThreshold: 2*f + 1}
	weights := make([]int, len(v.committee.Members))
	for i, m := range v.committee.Members {
		weights[i] = len(m.Shards)
	}
	slices.SortFunc(weights, func(a, b int) int { return b - a })
	for _, w := range weights {
		if info.ShardsAbove > f {
			break
		}
		info.MinNodesAbove++
		info.ShardsAbove += w
	}
	return info
}

func (v *networkView) coin() coinInfo {
	return coinInfo{v.network.Parts["WAL"].String(), v.supply.Total, v.supply.Burned, v.system.BurnBasis}
}

func (a *app) infoCommand() *cobra.Command {
	var by string
	var desc, hide bool
	show := func(name string) func(*cobra.Command, []string) error {
		return func(cmd *cobra.Command, _ []string) error {
			if err := oneOf("--sort-by", by, "id", "name", "url"); err != nil {
				return err
			}
			v, err := a.viewNetwork(cmd)
			if err != nil {
				return err
			}
			if a.json {
				return infoJSON(a.stdout, v, name, by, desc, hide)
			}
			return infoText(a.stdout, v, name, by, desc, hide)
		}
	}
	cmd := &cobra.Command{
		Use:   "info",
		Short: "Show epochs, sizes, prices and nodes of the network",
		Args:  cobra.NoArgs,
		RunE:  show(""),
	}
	cmd.PersistentFlags().StringVar(&a.rpcURL, "rpc-url", "", "chain endpoint `URL`, in place of the configuration's")
	for name, short := range map[string]string{
		"all": "Everything", "epoch": "The current epoch", "storage": "Shards and nodes", "size": "Sizes", "price": "Prices",
		"bft": "How many shards may fail", "coin": "The token", "committee": "The storage nodes",
	} {
		sub := &cobra.Command{Use: name, Short: short, Args: cobra.NoArgs, RunE: show(name)}
		if name == "all" || name == "committee" {
			sub.Flags().StringVar(&by, "sort-by", "name", "order of nodes: id, name or url")
			sub.Flags().BoolVar(&desc, "desc", false, "the other way round")
			sub.Flags().BoolVar(&hide, "hide-details", false, "leave out the shards of each node")
		}
		cmd.AddCommand(sub)
	}
	return cmd
}

// viewNetwork reads all that info shows.
func (a *app) viewNetwork(cmd *cobra.Command) (*networkView, error) {
	ctx := cmd.Context()
	r, err := a.openReader(ctx)
	if err != nil {
		return nil, err
	}
	defer r.close()
	v := new(networkView)
	if v.network, err = r.Network(ctx); err != nil {
		return nil, err
	}
	if v.system, err = r.System(ctx); err != nil {
		return nil, err
	}
	if v.committee, err = r.Committee(ctx, v.system.Epoch); err != nil {
		return nil, err
	}
	if v.supply, err = r.Supply(ctx); err != nil {
		return nil, err
	}
	v.params, err = redstuff.NewParams(int(v.system.NShards))
	return v, err
}

func infoJSON(w io.Writer, v *networkView, name, by string, desc, hide bool) error {
	price, err := v.price()
	if err != nil {
		return err
	}
	committee, err := v.committeeView(by, desc, !hide)
	if err != nil {
		return err
	}
	type base struct {
		Epoch   epochInfo   `json:"epochInfo"`
		Storage storageInfo `json:"storageInfo"`
		Size    sizeInfo    `json:"sizeInfo"`
		Price   priceInfo   `json:"priceInfo"`
	}
	all := base{v.epoch(), v.storage(), v.size(), price}
	switch name {
	case "epoch":
		return printJSON(w, all.Epoch)
	case "storage":
		return printJSON(w, all.Storage)
	case "size":
		return printJSON(w, all.Size)
	case "price":
		return printJSON(w, all.Price)
	case "bft":
		return printJSON(w, v.bft())
	case "coin":
		return printJSON(w, v.coin())
	case "committee":
		return printJSON(w, committee)
	case "all":
		return printJSON(w, struct {
			base
			Committee committeeInfo `json:"committeeInfo"`
			BFT       bftInfo       `json:"bftInfo"`
		}{all, committee, v.bft()})
	}
	return printJSON(w, all)
}

// infoText prints the sections that a sub-command names; no name is all but the committee's and the rules'.
func infoText(w io.Writer, v *networkView, name, by string, desc, hide bool) error {
	has := func(sections ...string) bool {
		return name == "all" || slices.Contains(sections, name)
	}
	e, s := v.epoch(), v.system
	if has("", "epoch") {
		section(w, "Epochs and storage duration")
		fields(w,
			"Current epoch", fmt.Sprint(e.CurrentEpoch),
			"Start of current epoch", humanTime(s.EpochStart),
			"Epoch duration", humanDuration(s.EpochDuration),
			"Blobs can be stored for at most", fmt.Sprintf("%d epochs", e.MaxEpochsAhead))
	}
	if has("", "storage") {
		section(w, "Storage nodes")
		fields(w,
			"Number of storage nodes", fmt.Sprint(len(v.committee.Members)),
			"Number of shards", fmt.Sprint(s.NShards),
			"Capacity", humanBytes(s.TotalCapacity),
			"Used in this epoch", humanBytes(s.UsedCapacity))
	}
	if has("", "size") {
		section(w, "Blob size")
		fields(w,
			"Maximum blob size", fmt.Sprintf("%s (%s B)", humanBytes(v.params.MaxBlobSize()), thousands(v.params.MaxBlobSize())),
			"Storage unit", humanBytes(storageUnit))
	}
	if has("", "price") {
		if err := priceText(w, v); err != nil {
			return err
		}
	}
	if has("bft") {
		b := v.bft()
		section(w, "Faults that the network survives")
		fields(w,
			"Shards that may fail", fmt.Sprint(b.MaxFaultyShards),
			"Quorum for storing", fmt.Sprintf("%d shards", b.MinCorrectShards),
			"Fewest nodes with more than may fail", fmt.Sprintf("%d (%d shards)", b.MinNodesAbove, b.ShardsAbove))
	}
	if has("coin", "") {
		section(w, "Control plane")
		fields(w,
			"Network ID", v.network.ID.String(),
			"Chain ID", fmt.Sprint(v.network.ChainID),
			"Registry", v.network.Registry.String(),
			"Token (WAL)", v.coin().CoinType,
			"Supply", fmt.Sprintf("%s, %s burned so far", humanWAL(v.supply.Total), humanWAL(v.supply.Burned)),
			"Burned of each fee", fmt.Sprintf("%d.%02d %%", v.system.BurnBasis/100, v.system.BurnBasis%100),
			"Owner of every privileged role", v.network.Owner.String()+" (a single account: governance is not part of this version)")
	}
	if has("committee") {
		return committeeText(w, v, by, desc, hide)
	}
	return nil
}

func priceText(w io.Writer, v *networkView) error {
	p, err := v.price()
	if err != nil {
		return err
	}
	section(w, "Prices per epoch")
	enc := p.Encodings[0]
	fields(w,
		"Price per storage unit and epoch", humanWAL(p.StoragePricePerUnitSize),
		"Price per storage unit written, once", humanWAL(p.WritePricePerUnitSize),
		"Metadata of one blob", humanWAL(enc.MetadataPrice),
		"Each further "+humanBytes(enc.MarginalSize), humanWAL(enc.MarginalPrice))
	rows := [][]string{}
	for _, x := range enc.ExampleBlobs {
		rows = append(rows, []string{humanBytes(x.UnencodedSize), humanBytes(x.EncodedSize), humanWAL(x.Price)})
	}
	section(w, "Approximate prices of examples, per epoch")
	table(w, []string{"Size", "Encoded", "Price"}, rows)
	return nil
}

func committeeText(w io.Writer, v *networkView, by string, desc, hide bool) error {
	c, err := v.committeeView(by, desc, true)
	if err != nil {
		return err
	}
	section(w, "Encoding")
	fields(w,
		"Primary source symbols", fmt.Sprint(c.NPrimarySourceSymbols),
		"Secondary source symbols", fmt.Sprint(c.NSecondarySourceSymbol),
		"Metadata of a blob on all nodes", humanBytes(c.MetadataStorageSize),
		"Largest sliver", humanBytes(c.MaxSliverSize),
		"Largest blob, encoded", humanBytes(c.MaxEncodedBlobSize))
	section(w, fmt.Sprintf("Committee of epoch %d", v.committee.Epoch))
	rows := [][]string{}
	for i, n := range c.CurrentStorageNodes {
		rows = append(rows, []string{fmt.Sprint(i), n.Name, fmt.Sprint(n.NShards), n.NetworkAddress})
	}
	table(w, []string{"Idx", "Name", "# Shards", "Address"}, rows)
	if hide {
		return nil
	}
	for _, n := range c.CurrentStorageNodes {
		section(w, n.Name)
		fields(w,
			"Node ID", n.NodeID.String(),
			"Address", n.NetworkAddress,
			"Protocol key", n.PublicKey,
			"Network key", n.NetworkPublicKey,
			"Shards", ranges(n.ShardIDs))
	}
	return nil
}

// ranges writes ascending numbers as 0-99, 105, 200-201.
func ranges(ids []redstuff.ShardIndex) string {
	var parts []string
	for i := 0; i < len(ids); {
		j := i
		for j+1 < len(ids) && ids[j+1] == ids[j]+1 {
			j++
		}
		if i == j {
			parts = append(parts, fmt.Sprint(ids[i]))
		} else {
			parts = append(parts, fmt.Sprintf("%d-%d", ids[i], ids[j]))
		}
		i = j + 1
	}
	return strings.Join(parts, ", ")
}

// oneOf is a usage error unless value is one of the choices or empty.
func oneOf(flag, value string, choices ...string) error {
	if value == "" || slices.Contains(choices, value) {
		return nil
	}
	return usagef("%s %s: want one of %s", flag, value, strings.Join(choices, ", "))
}
