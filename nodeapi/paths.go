package nodeapi

import (
	"fmt"

	"walrus/attest"
	"walrus/redstuff"
)

// Patterns of the routes, for http.ServeMux. The wildcards are blob (a blob ID), pair (a pair index), axis (primary or secondary) and object (an object id).
const (
	RouteMetadata       = "/v1/blobs/{blob}/metadata"
	RouteMetadataStatus = "/v1/blobs/{blob}/metadata/status"
	RouteSliver         = "/v1/blobs/{blob}/slivers/{pair}/{axis}"
	RouteSliverStatus   = "/v1/blobs/{blob}/slivers/{pair}/{axis}/status"
	RoutePermanent      = "/v1/blobs/{blob}/confirmation/permanent"
	RouteDeletable      = "/v1/blobs/{blob}/confirmation/deletable/{object}"
	RouteAttestation    = "/v1/blobs/{blob}/attestation/{object}"
	RouteStatus         = "/v1/blobs/{blob}/status"
	RouteBundle         = "/v1/blobs/{blob}/bundle"
	RouteStaged         = "/v1/blobs/{blob}/bundle/staged"
	RouteHealth         = "/v1/health"
)

func blobPath(id redstuff.BlobID, rest string) string { return "/v1/blobs/" + id.String() + rest }

func metadataPath(id redstuff.BlobID) string { return blobPath(id, "/metadata") }

func sliverPath(id redstuff.BlobID, pair redstuff.PairIndex, axis redstuff.Axis) string {
	return blobPath(id, fmt.Sprintf("/slivers/%d/%s", pair, axis))
}

func confirmationPath(id redstuff.BlobID, c Confirm) string {
	if c.Permanent {
		return blobPath(id, "/confirmation/permanent")
	}
	return blobPath(id, "/confirmation/deletable/"+c.Object.String())
}

func attestationPath(id redstuff.BlobID, object attest.ObjectID) string {
	return blobPath(id, "/attestation/"+object.String())
}

// ParsePair reads the pair index of a path: decimal, in its only spelling. Whether it is below n is for the caller to check (INDEX_OUT_OF_RANGE).
func ParsePair(s string) (redstuff.PairIndex, error) {
	v, err := parseIndex(s)
	return redstuff.PairIndex(v), err
}
