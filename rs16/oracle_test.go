package rs16_test

import (
	"crypto/sha256"
	"encoding/json"
	"testing"

	"walrus/redstuff"
	"walrus/rs16"
)

func checkParams(t *testing.T, raw json.RawMessage) error {
	var c struct {
		Kind               string
		K, R, N, F         int
		Supported          bool
		Chunk              int
		EncodeWork         int    `json:"encode_work"`
		DecodeWork         int    `json:"decode_work"`
		HighRate           bool   `json:"high_rate"`
		KPrimary           int    `json:"k_primary"`
		KSecondary         int    `json:"k_secondary"`
		PrimarySupported   bool   `json:"primary_supported"`
		PrimaryHigh        bool   `json:"primary_high_rate"`
		SecondarySupported bool   `json:"secondary_supported"`
		SecondaryHigh      bool   `json:"secondary_high_rate"`
		BlobSize           uint64 `json:"blob_size"`
		SymbolSize         int    `json:"symbol_size"`
		OK                 bool
	}
	if err := decode(raw, &c); err != nil {
		return err
	}
	switch c.Kind {
	case "rate":
		code, err := rs16.New(c.K, c.K+c.R)
		if err := want("supported", err == nil, c.Supported); err != nil || !c.Supported {
			return err
		}
		high, chunk, encodeRows, decodeRows := code.Shape()
		return first(want("high rate", high, c.HighRate), want("chunk", chunk, c.Chunk),
			want("encode rows", encodeRows, c.EncodeWork), want("decode rows", decodeRows, c.DecodeWork))
	case "n_shards":
		primary, errP := rs16.New(c.KPrimary, c.N)
		secondary, errS := rs16.New(c.KSecondary, c.N)
		p, err := redstuff.NewParams(c.N)
		if e := first(want("primary supported", errP == nil, c.PrimarySupported),
			want("secondary supported", errS == nil, c.SecondarySupported),
			want("parameters", err == nil, c.PrimarySupported && c.SecondarySupported)); e != nil || err != nil {
			return e
		}
		highP, _, _, _ := primary.Shape()
		highS, _, _, _ := secondary.Shape()
		return first(want("f", p.F, c.F), want("k1", p.K1, c.KPrimary), want("k2", p.K2, c.KSecondary),
			want("primary high rate", highP, c.PrimaryHigh), want("secondary high rate", highS, c.SecondaryHigh))
	}
	p, err := redstuff.NewParams(c.N)
	if err != nil {
		return err
	}
	s, err := p.SymbolSize(c.BlobSize)
	return first(want("encodable", err == nil, c.OK), want("symbol size", s, c.SymbolSize))
}

func checkOracleBlob(t *testing.T, raw json.RawMessage) error {
	var c struct {
		NShards      int      `json:"n_shards"`
		BlobSize     int      `json:"blob_size"`
		SymbolSize   int      `json:"symbol_size"`
		KPrimary     int      `json:"k_primary"`
		KSecondary   int      `json:"k_secondary"`
		Seed         uint64   `json:"seed"`
		PrimarySum   hexBytes `json:"primary_slivers_sha256"`
		SecondarySum hexBytes `json:"secondary_slivers_sha256"`
		ID           hexBytes `json:"blob_id_hex"`
	}
	if err := decode(raw, &c); err != nil {
		return err
	}
	if c.BlobSize > maxOracleBlob {
		return errLeftOut
	}
	p, err := redstuff.NewParams(c.NShards)
	if err != nil {
		return err
	}
	enc, err := redstuff.Encode(p, stream(c.Seed, c.BlobSize))
	if err != nil {
		return err
	}
	sums := [2][]byte{}
	for _, axis := range []redstuff.Axis{redstuff.Primary, redstuff.Secondary} {
		h := sha256.New()
		for i := range p.N {
			h.Write(enc.Sliver(axis, p.Pair(axis, redstuff.SliverIndex(i))).Data)
		}
		sums[axis] = h.Sum(nil)
	}
	id := enc.BlobID()
	return first(want("k1", p.K1, c.KPrimary), want("k2", p.K2, c.KSecondary), want("symbol size", enc.SymbolSize(), c.SymbolSize),
		wantBytes("primary slivers", sums[0], c.PrimarySum),
		wantBytes("secondary slivers", sums[1], c.SecondarySum),
		wantBytes("blob ID", id[:], c.ID))
}

func checkOracleDecode(t *testing.T, raw json.RawMessage) error {
	var c struct {
		Mode       string
		NShards    int `json:"n_shards"`
		KPrimary   int `json:"k_primary"`
		KSecondary int `json:"k_secondary"`
		SymbolSize int `json:"symbol_size"`
		Seed       uint64
		Kept       []int
		Sum        hexBytes `json:"decoded_sha256"`
	}
	if err := decode(raw, &c); err != nil {
		return err
	}
	code, err := rs16.New(c.KPrimary, c.NShards)
	if err != nil {
		return err
	}
	d, err := code.Decoder(c.Kept)
	if err != nil {
		return err
	}
	rowLen := c.KSecondary * c.SymbolSize
	src := rs16.Rows{Row: make([][]byte, c.NShards), Stride: c.SymbolSize}
	for _, i := range c.Kept {
		src.Row[i] = stream(c.Seed+uint64(i)*1000003, rowLen)
	}
	dst := rs16.Rows{Row: make([][]byte, c.KPrimary), Stride: c.SymbolSize}
	for i := range dst.Row {
		if dst.Row[i] = src.Row[i]; dst.Row[i] == nil {
			dst.Row[i] = make([]byte, rowLen)
		}
	}
	if err := d.Restore(dst, src, c.SymbolSize, 0, c.KSecondary); err != nil {
		return err
	}
	return wantBytes("decoded", sum(dst.Row...), c.Sum)
}
