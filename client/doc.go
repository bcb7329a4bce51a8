// Package client stores and reads blobs on a Walrus network.
//
// It encodes a blob, registers and certifies it through a [chain.Account], moves slivers to and from storage nodes, and trusts none of them: whatever a
// node sends is compared with what was asked for and verified against the blob ID. Quorums are counted in shards, never in nodes.
//
// Words: a source is something to store; the weight of a node is the number of its shards; the tail is what goes on for slow nodes after a quorum has
// the blob; the journal is a folder that remembers unfinished stores, so that no step is paid twice.
//
//	c, err := client.New(reader, client.Options{Journal: dir})
//	defer c.Close()
//	results, err := c.Store(ctx, account, []client.Source{client.File("report.pdf")}, client.StoreOptions{Lifetime: client.Epochs(5)})
//	report, err := c.ReadFile(ctx, results[0].BlobID, "copy.pdf", client.ReadOptions{})
//
// The package names no blockchain library: the chain comes in through the interfaces of package chain.
package client
