package main

import (
	"strconv"
	"strings"

	"walrus/chain"
)

// refusals say, for what the contracts refuse that users do, what it means and what to do next. {0}, {1} and so on are the arguments of the refusal.
var refusals = map[string]string{
	// Rights.
	"NotOwner":             "{2} owns it, and the wallet is {1}; --wallet names another keystore folder",
	"NotHolder":            "{2} holds its token, and the wallet is {1}; if that is zero, it is not wrapped",
	"InvalidBlobBucketCap": "{2} holds the bucket, and the wallet is {1}; --wallet names another keystore folder",
	"Wrapped":              "walrus unwrap gives the record back to the token's holder first",
	"UnknownObject":        "there is no such object (any more); walrus list-blobs, walrus storage list and walrus pool list show what the wallet owns",
	"UnknownPooledBlob":    "walrus pool show lists the blobs of a pool",
	"InvalidRecipient":     "records cannot be given to the contracts themselves",
	"NotShared":            "only shared blobs have funds of their own; walrus share shares one",
	// Time and space.
	"InvalidEpochsAhead":        "the network sells at most {1} epochs ahead of the current one, and what has ended cannot be prolonged; walrus info epoch shows the current epoch",
	"StorageExceeded":           "in epoch {0} there would be {1} bytes in use, and the network has {2}; a smaller size or another period may do",
	"InvalidEpoch":              "a cut must lie inside the period, which is from epoch {1} to {2}",
	"BlobResourceBounds":        "it is epoch {0}, or something lasts until then, and the period is from {1} to {2}; what is used must have begun, and not ended",
	"StoragePoolResourceBounds": "it is epoch {0}, and the period is from {1} to {2}; what is used must have begun, and not ended",
	"BlobBucketStorageExpired":  "the bucket ended in epoch {2}, and it is epoch {1}; walrus pool delete-blobs --all-expired clears it out",
	"ResourceSize":              "the storage has {0} bytes, and {1} are needed",
	"InvalidResourceSize":       "the size must be above 0",
	"ZeroExtractSize":           "the size must be above 0",
	"SizeTooLarge":              "sizes are at most 2^64 - 1 bytes",
	"SameObject":                "name two different ones",
	"IncompatibleAmount":        "they have {0} and {1} bytes; walrus storage split --size makes them equal",
	"IncompatibleEpochs":        "their periods are {0} to {1} and {2} to {3}: they must be equal, or one begin where the other ends",
	"IncompatibleEndEpoch":      "the storage ends in epoch {0}, and the pool in {1}; walrus storage split --epoch cuts it, walrus pool extend prolongs the pool",
	"InsufficientCapacity":      "{0} bytes are wanted, and {1} are free in the pool; walrus pool increase adds space, walrus pool delete-blobs frees some",
	// Blobs and pools.
	"NotCertified":                "only certified blobs can be extended; walrus store finishes an interrupted store",
	"BlobInvalid":                 "the network has proved that this content contradicts its ID; it cannot be used",
	"BlobBlobNotDeletable":        "it is permanent: it lasts until its end",
	"StoragePoolBlobNotDeletable": "the blob is permanent: it lasts until the pool's end",
	"StoragePoolPoolNotEmpty":     "it has {1} blobs; walrus pool delete-blobs deletes them",
	"BlobAlreadyInPool":           "a pool holds each blob once",
	"InsufficientFunds":           "it has {1} FROST and {2} are needed; walrus fund-shared-blob adds some",
	"AmountTooLarge":              "amounts are at most 2^64 - 1 FROST",
	"PaymentExceedsMaximum":       "the price has changed meanwhile: it costs {0} FROST, and {1} were allowed; run the command again",
	// Attributes.
	"UnknownAttribute":           "it has no attribute {1}; walrus get-blob-attribute shows them",
	"TooManyAttributes":          "{0} attributes are more than {1}",
	"AttributeKeyLength":         "a key has {0} bytes, and 1 to {1} are allowed",
	"AttributeValueLength":       "a value has {0} bytes, and at most {1} are allowed",
	"AttributesTooLong":          "all attributes together have {0} bytes, and at most {1} are allowed",
	"BlobMissingMetadata":        "it has no attributes",
	"StoragePoolMissingMetadata": "it has no attributes",
}

// explainRefusal says what to do about a refusal; empty if the refusal says all.
func explainRefusal(e *chain.RevertError) string {
	var pairs []string
	for i, arg := range e.Args {
		pairs = append(pairs, "{"+strconv.Itoa(i)+"}", visible(arg))
	}
	hint := strings.NewReplacer(pairs...).Replace(refusals[e.Name])
	if strings.Contains(hint, "{") { // of another version of the contracts
		return ""
	}
	return hint
}
