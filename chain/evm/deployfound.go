package evm

import (
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"walrus/chain"
	"walrus/contracts/bindings"
)

// digest tells calls with other parameters apart: SHA-256 of the receiver, 20 bytes or none, and the data.
func (t call) digest() HexBytes {
	h := sha256.New()
	if t.To != nil {
		h.Write(t.To[:])
	}
	h.Write(t.Data)
	return h.Sum(nil)
}

// changed refuses to go on with a network whose step was done with another call than t. Steps noted without a digest are taken as they are.
func (s *deployStep) changed(t call, file string) error {
	if len(s.Call) == 0 || bytes.Equal(s.Call, t.digest()) {
		return nil
	}
	return fmt.Errorf("it was done with other parameters, or by another version of this program: restore them, or remove %s to deploy anew", file)
}

// linked reports whether Certificates knows Storage. A link cannot be made twice, so a note of it that was lost must not stop the deployment.
func (d *deployment) linked(ctx context.Context) (bool, error) {
	to, err := view(ctx, d.Client, d.parts.certificates, certificatesABI.PackStorageContract(), certificatesABI.UnpackStorageContract)
	switch {
	case err != nil || to == common.Address{}:
		return false, err
	case to != d.parts.storage:
		return false, fmt.Errorf("the Certificates contract at %v is linked to %v, want %v: remove %s to deploy anew", chain.Address(d.parts.certificates), chain.Address(to), chain.Address(d.parts.storage), d.state.path)
	}
	return true, nil
}

// pageAdded reports whether the chain has the page of the first committee, with these members.
func (d *deployment) pageAdded(ctx context.Context, page uint16, want []bindings.ICertificatesNewMember) (bool, error) {
	head, err := view(ctx, d.Client, d.parts.certificates, certificatesABI.PackCommittee(firstEpoch), certificatesABI.UnpackCommittee)
	if err != nil || page >= head.Pages {
		return false, err
	}
	got, err := view(ctx, d.Client, d.parts.certificates, certificatesABI.PackPage(firstEpoch, page), certificatesABI.UnpackPage)
	if err != nil {
		return false, err
	}
	if !slices.EqualFunc(got, want, sameMember) {
		return false, fmt.Errorf("page %d of the committee on the chain has other members: restore the parameters, or remove %s to deploy anew", page, d.state.path)
	}
	return true, nil
}

func sameMember(m bindings.ICertificatesMember, n bindings.ICertificatesNewMember) bool {
	return m.Operator == n.Operator && m.Name == n.Name && m.NetAddress == n.NetAddress && bytes.Equal(m.NetworkKey, n.NetworkKey) && bytes.Equal(m.BlsKey, n.BlsKey) && bytes.Equal(m.Runs, n.Runs)
}
