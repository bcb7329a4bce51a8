package merkle

import (
	"encoding/binary"
	"math/rand/v2"
	"slices"
	"testing"
)

// forestLeaves makes leaf c of tree t of n trees: leaves[c*n+t].
func forestLeaves(trees, leaves int) []Hash {
	h := make([]Hash, trees*leaves)
	for i := range h {
		h[i] = LeafHash(binary.LittleEndian.AppendUint32([]byte("forest"), uint32(i)))
	}
	return h
}

func TestForestFollowsTheDefinition(t *testing.T) {
	const most = 70
	var f Forest
	for _, trees := range []int{33, 1, 5, 16, 40} { // the second and later ones use memory again, or more of it
		all := forestLeaves(trees, most)
		f.Reset(trees)
		roots := make([]Hash, trees)
		for c := range most {
			f.Add(all[c*trees : (c+1)*trees])
			if f.Len() != c+1 {
				t.Fatalf("%d leaves after %d", f.Len(), c+1)
			}
			f.Roots(roots)
			for tree := range roots {
				var own []Hash
				for k := range c + 1 {
					own = append(own, all[k*trees+tree])
				}
				if want := straightRoot(own); Digest(roots[tree]) != want {
					t.Fatalf("tree %d of %d with %d leaves: got %v, want %v", tree, trees, c+1, roots[tree], want)
				}
			}
		}
	}
}

// Subtrees make the same trees as their leaves one by one.
func TestForestOfSubtrees(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	const trees = 21
	for range 50 {
		leaves := 1 + r.IntN(100)
		all := forestLeaves(trees, leaves)
		var single, folded Forest
		single.Reset(trees)
		folded.Reset(trees)
		for at := 0; at < leaves; {
			level := r.IntN(5)
			for at&(1<<level-1) != 0 || at+1<<level > leaves {
				level--
			}
			columns := all[at*trees : (at+1<<level)*trees]
			for c := range 1 << level {
				single.Add(columns[c*trees : (c+1)*trees])
			}
			folded.AddSubtrees(level, FoldColumns(slices.Clone(columns), trees, level))
			at += 1 << level
		}
		got, want := make([]Hash, trees), make([]Hash, trees)
		single.Roots(want)
		folded.Roots(got)
		if !slices.Equal(got, want) {
			t.Fatalf("%d leaves: subtrees give other roots than leaves", leaves)
		}
	}
}

func TestForestMisuse(t *testing.T) {
	for name, do := range map[string]func(f *Forest){
		"a subtree where none begins": func(f *Forest) { f.AddSubtrees(1, make([]Hash, 3)) },
		"a leaf too few":              func(f *Forest) { f.Add(make([]Hash, 2)) },
		"a root too few":              func(f *Forest) { f.Roots(make([]Hash, 2)) },
		"roots of nothing":            func(f *Forest) { f.Reset(3); f.Roots(make([]Hash, 3)) },
	} {
		t.Run(name, func(t *testing.T) {
			defer func() {
				if recover() == nil {
					t.Error("accepted")
				}
			}()
			var f Forest
			f.Reset(3)
			f.Add(make([]Hash, 3))
			do(&f)
		})
	}
}
