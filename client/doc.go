// Package client stores and reads blobs on a Walrus network.
//
// It encodes a blob, registers and certifies it through a [chain.Account], moves slivers to and from storage nodes, and trusts none of them: whatever a
// node sends is compared with what was asked for and verified against the blob ID. Quorums are counted in shards, never in nodes.
//
// Words: a source is something to store; the weight of a node is the number of its shards; the tail is what goes on for slow nodes after a quorum has
// the blob; the journal is a folder that remembers unfinished stores, so that no step is paid twice; a spool is a scratch file without a name; a part is a blob that
// holds a range of an object too large for one, and a [Manifest] lists the parts.
//
// Memory stays flat: blobs above [Options].StreamAbove are stored and read through files. Encoding reads the source twice and spools half of it; the upload makes primary repair
// slivers by batches of columns for all nodes at once (broadcast.go) and reads all others when they are sent; a read receives slivers where they belong in the
// output, verifies them there, and decodes what is missing into it (shelf.go).
//
//	c, err := client.New(reader, client.Options{Journal: dir})
//	defer c.Close()
//	results, err := c.Store(ctx, account, []client.Source{client.File("report.pdf")}, client.StoreOptions{Lifetime: client.Epochs(5)})
//	report, err := c.ReadFile(ctx, results[0].BlobID, "copy.pdf", client.ReadOptions{})
//
// The package names no blockchain library: the chain comes in through the interfaces of package chain.
package client
