package client

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// maxConfigBytes bounds a configuration file; real ones are a few KiB.
const maxConfigBytes = 1 << 20

// ParseConfig reads the bytes of a configuration file. See LoadConfig for the choice of the context; paths are left as they are.
func ParseConfig(raw []byte, context string) (*LoadedConfig, error) {
	if len(raw) > maxConfigBytes {
		return nil, fmt.Errorf("%d bytes, at most %d are read", len(raw), maxConfigBytes)
	}
	var doc yaml.Node
	if err := yaml.Unmarshal(raw, &doc); err != nil {
		return nil, err
	}
	if len(doc.Content) != 1 || doc.Content[0].Kind != yaml.MappingNode {
		return nil, errors.New("want a mapping of keys to values")
	}
	node, name, err := pickContext(doc.Content[0], context)
	if err != nil {
		return nil, err
	}
	for _, key := range publicNetworkKeys {
		if child(node, key) != nil {
			return nil, fmt.Errorf("%s belongs to a configuration of the public network, which lives on another chain: "+
				"replace system_object and staking_object by registry, chain_id and network_id, and the wallet by a keystore folder (wallet_config)", key)
		}
	}
	lc := &LoadedConfig{Context: name}
	if lc.Warnings, err = checkKeys(node, reflect.TypeFor[Config](), ""); err != nil {
		return nil, err
	}
	if err := node.Decode(&lc.Config); err != nil {
		return nil, err
	}
	lc.withDefaults()
	return lc, lc.validate()
}

// pickContext returns the mapping to use and its name.
func pickContext(root *yaml.Node, context string) (*yaml.Node, string, error) {
	contexts := child(root, "contexts")
	if contexts == nil {
		if context != "" {
			return nil, "", fmt.Errorf("--context %s: the file has a single context; leave the flag out", context)
		}
		return root, "", nil
	}
	if contexts.Kind != yaml.MappingNode {
		return nil, "", fmt.Errorf("line %d: contexts must be a mapping of names to configurations", contexts.Line)
	}
	var names []string
	for i := 0; i < len(contexts.Content); i += 2 {
		names = append(names, contexts.Content[i].Value)
	}
	if context == "" {
		if def := child(root, "default_context"); def != nil {
			context = def.Value
		} else {
			return nil, "", fmt.Errorf("default_context is missing: name one with --context, there are %s", strings.Join(names, ", "))
		}
	}
	node := child(contexts, context)
	if node == nil {
		return nil, "", fmt.Errorf("no context %q: there are %s", context, strings.Join(names, ", "))
	}
	if node.Kind != yaml.MappingNode {
		return nil, "", fmt.Errorf("line %d: context %q must be a mapping", node.Line, context)
	}
	return node, context, nil
}

// child returns the value of key in a mapping, or nil.
func child(m *yaml.Node, key string) *yaml.Node {
	for i := 0; i+1 < len(m.Content); i += 2 {
		if m.Content[i].Value == key {
			return m.Content[i+1]
		}
	}
	return nil
}

// checkKeys refuses keys that t does not have, naming the nearest that it has, and collects warnings for ignored ones.
func checkKeys(m *yaml.Node, t reflect.Type, prefix string) ([]string, error) {
	known := map[string]reflect.Type{}
	for i := range t.NumField() {
		f := t.Field(i)
		known[f.Tag.Get("yaml")] = f.Type
	}
	var warnings []string
	seen := map[string]bool{}
	for i := 0; i+1 < len(m.Content); i += 2 {
		key, value := m.Content[i], m.Content[i+1]
		full := prefix + key.Value
		if seen[key.Value] {
			return nil, fmt.Errorf("line %d: %s is given twice", key.Line, full)
		}
		seen[key.Value] = true
		ft, ok := known[key.Value]
		if !ok && ignoredKeys[full] {
			warnings = append(warnings, fmt.Sprintf("line %d: %s has no meaning on this network and is ignored", key.Line, full))
			continue
		}
		if !ok {
			return nil, fmt.Errorf("line %d: unknown key %s; did you mean %s?", key.Line, full, prefix+nearest(key.Value, known))
		}
		if ft.Kind() == reflect.Struct && value.Kind == yaml.MappingNode {
			w, err := checkKeys(value, ft, full+".")
			if err != nil {
				return nil, err
			}
			warnings = append(warnings, w...)
		}
	}
	return warnings, nil
}

// nearest returns the known key with the smallest edit distance, the alphabetically first among equals.
func nearest(key string, known map[string]reflect.Type) string {
	best, bestDist := "", -1
	for k := range known {
		if d := editDistance(key, k); bestDist < 0 || d < bestDist || d == bestDist && k < best {
			best, bestDist = k, d
		}
	}
	return best
}

// editDistance is Levenshtein's.
func editDistance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diag := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			next := slices.Min([]int{diag + cost, row[j] + 1, row[j+1] + 1})
			diag, row[j+1] = row[j+1], next
		}
	}
	return row[len(b)]
}
