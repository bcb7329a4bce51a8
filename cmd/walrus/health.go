package main

import (
	"context"
	"encoding/base64"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/sync/errgroup"

	"walrus/attest"
	"walrus/chain"
	"walrus/nodeapi"
)

// healthTimeout bounds one node's answer.
const healthTimeout = 10 * time.Second

// A nodeHealth is one node's answer, or why there is none.
type nodeHealth struct {
	NodeID           attest.NodeID `json:"nodeId"`
	NodeURL          string        `json:"nodeUrl"`
	NodeName         string        `json:"nodeName"`
	NetworkPublicKey string        `json:"networkPublicKey"`
	HealthInfo       healthOrWhy   `json:"healthInfo"`
}

type healthOrWhy struct {
	Ok  *nodeapi.Health `json:"Ok,omitempty"`
	Err string          `json:"Err,omitempty"`
}

type healthResult struct {
	HealthInfo []nodeHealth `json:"healthInfo"`
	LatestSeq  *uint64      `json:"latestSeq"` // the chain's latest final block, with which latestCheckpointSequenceNumber of a node compares; null if the chain does not tell
}

// status is one word about a node.
func (n *nodeHealth) status() string {
	if n.HealthInfo.Ok == nil {
		return "unreachable"
	}
	return n.HealthInfo.Ok.NodeStatus
}

func (a *app) healthCommand() *cobra.Command {
	var ids, urls []string
	var committee, active, detail, desc bool
	var by string
	var concurrent int
	cmd := &cobra.Command{
		Use:   "health (--committee | --active-set | --node-ids ID... | --node-urls URL...)",
		Short: "Ask storage nodes how they are",
		Long:  "Asks storage nodes how they are. The exit status is 1 if none of them answers, 0 otherwise.",
		Example: "  walrus health --committee\n" +
			"  walrus health --node-urls 127.0.0.1:9185 --detail",
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			// Further values of a list may follow without a flag of their own: --node-ids A B C.
			switch {
			case len(args) > 0 && len(ids) > 0:
				ids = append(ids, args...)
			case len(args) > 0 && len(urls) > 0:
				urls = append(urls, args...)
			case len(args) > 0:
				return usagef("unexpected argument %q", args[0])
			}
			if err := oneOf("--sort-by", by, "status", "id", "name", "url"); err != nil {
				return err
			}
			if concurrent < 1 {
				return usagef("--concurrent-requests %d: want at least 1", concurrent)
			}
			return a.health(cmd.Context(), ids, urls, by, desc, detail, concurrent)
		},
	}
	f := cmd.Flags()
	f.BoolVar(&committee, "committee", false, "ask every node of the committee")
	f.BoolVar(&active, "active-set", false, "ask every active node; the same as the committee until staking exists")
	f.StringSliceVar(&ids, "node-ids", nil, "ask the nodes with these `ids`")
	f.StringSliceVar(&urls, "node-urls", nil, "ask the nodes with these registered `addresses`, host:port")
	f.BoolVar(&detail, "detail", false, "show every shard")
	f.StringVar(&by, "sort-by", "status", "order: status, id, name or url")
	f.BoolVar(&desc, "desc", false, "the other way round")
	f.IntVar(&concurrent, "concurrent-requests", 60, "nodes asked at a time")
	cmd.MarkFlagsOneRequired("committee", "active-set", "node-ids", "node-urls")
	cmd.MarkFlagsMutuallyExclusive("committee", "active-set", "node-ids", "node-urls")
	a.readFlags(cmd)
	return cmd
}

func (a *app) health(ctx context.Context, ids, urls []string, by string, desc, detail bool, concurrent int) error {
	r, err := a.openReader(ctx)
	if err != nil {
		return err
	}
	defer r.close()
	sys, err := r.System(ctx)
	if err != nil {
		return err
	}
	com, err := r.Committee(ctx, sys.Epoch)
	if err != nil {
		return err
	}
	members, err := pickMembers(com, ids, urls)
	if err != nil {
		return err
	}
	result := healthResult{HealthInfo: make([]nodeHealth, len(members))}
	var g errgroup.Group
	g.SetLimit(concurrent)
	for i, m := range members {
		g.Go(func() error {
			result.HealthInfo[i] = askHealth(ctx, m, detail)
			return nil
		})
	}
	_ = g.Wait() // every failure is part of the result
	if err := ctx.Err(); err != nil {
		return err
	}
	sortHealth(result.HealthInfo, by, desc)
	if block, err := r.FinalBlock(ctx); err == nil { // after the nodes, which are not to seem ahead of the chain
		result.LatestSeq = &block
	}
	if a.json {
		err = printJSON(a.stdout, result)
	} else {
		healthText(a.stdout, result.HealthInfo, result.LatestSeq, detail)
	}
	if err == nil && !slices.ContainsFunc(result.HealthInfo, func(n nodeHealth) bool { return n.HealthInfo.Ok != nil }) {
		return errReported // they are listed with their reasons
	}
	return err
}

// pickMembers returns the members named by ids or urls, in that order, or all of them if neither names any.
func pickMembers(com chain.Committee, ids, urls []string) ([]chain.Member, error) {
	if len(ids)+len(urls) == 0 {
		return com.Members, nil
	}
	var picked []chain.Member
	for _, want := range append(slices.Clone(ids), urls...) {
		i := slices.IndexFunc(com.Members, func(m chain.Member) bool {
			return strings.EqualFold(m.NodeID.String(), want) || m.NetAddress == want
		})
		if i < 0 {
			return nil, fmt.Errorf("no node %s in the committee of epoch %d; `walrus info committee` lists ids and addresses", want, com.Epoch)
		}
		picked = append(picked, com.Members[i])
	}
	return picked, nil
}

func askHealth(ctx context.Context, m chain.Member, detail bool) nodeHealth {
	ctx, cancel := context.WithTimeout(ctx, healthTimeout)
	defer cancel()
	n := nodeHealth{NodeID: m.NodeID, NodeURL: m.NetAddress, NodeName: m.Name, NetworkPublicKey: base64.StdEncoding.EncodeToString(m.NetworkKey[:])}
	c := nodeapi.NewClient(m.NetAddress, m.NetworkKey, nodeapi.Options{})
	defer c.Close()
	h, err := c.Health(ctx, detail)
	if err != nil {
		n.HealthInfo.Err = err.Error()
		return n
	}
	n.HealthInfo.Ok = &h
	return n
}

func sortHealth(nodes []nodeHealth, by string, desc bool) {
	slices.SortStableFunc(nodes, func(a, b nodeHealth) int {
		c := 0
		switch by {
		case "id":
			c = strings.Compare(a.NodeID.String(), b.NodeID.String())
		case "name":
			c = strings.Compare(a.NodeName, b.NodeName)
		case "url":
			c = strings.Compare(a.NodeURL, b.NodeURL)
		default:
			if c = strings.Compare(a.status(), b.status()); c == 0 {
				c = strings.Compare(a.NodeName, b.NodeName)
			}
		}
		if desc {
			return -c
		}
		return c
	})
}

func healthText(w io.Writer, nodes []nodeHealth, latest *uint64, detail bool) {
	count := map[string]int{}
	rows := [][]string{}
	for i, n := range nodes {
		count[n.status()]++
		row := []string{fmt.Sprint(i), n.NodeName, n.NodeID.String(), n.NodeURL, "-", n.status()}
		section(w, n.NodeName)
		if h := n.HealthInfo.Ok; h != nil {
			ready, owned := h.ShardSummary.OwnedStatus.Ready, h.ShardSummary.Owned
			row[4] = fmt.Sprintf("%d/%d", ready, owned)
			fields(w,
				"Node ID", n.NodeID.String(),
				"Address", n.NodeURL,
				"Status", h.NodeStatus,
				"Uptime", humanDuration(time.Duration(h.Uptime.Secs)*time.Second+time.Duration(h.Uptime.Nanos)),
				"Epoch", fmt.Sprint(h.Epoch),
				"Events", fmt.Sprintf("%d handled, %d waiting", h.EventProgress.Persisted, h.EventProgress.Pending),
				"Shards", fmt.Sprintf("%d of %d ready", ready, owned))
			if detail && h.ShardDetail != nil {
				for _, s := range h.ShardDetail.Owned {
					fmt.Fprintf(w, "  shard %d: %s\n", s.Shard, s.Status)
				}
			}
		} else {
			fields(w, "Node ID", n.NodeID.String(), "Address", n.NodeURL, "Status", "unreachable", "Reason", n.HealthInfo.Err)
		}
		rows = append(rows, row)
	}
	section(w, "Summary")
	table(w, []string{"Idx", "Name", "Node ID", "Address", "Ready", "Status"}, rows)
	for _, status := range slices.Sorted(maps.Keys(count)) {
		fmt.Fprintf(w, "%s: %d\n", status, count[status])
	}
	if latest != nil {
		fmt.Fprintf(w, "Latest final block of the chain: %d\n", *latest)
	}
}
