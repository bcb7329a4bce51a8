package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"

	"walrus/chain"
	"walrus/contracts/bindings"
)

// Every refusal that is explained exists in the contracts, and has the arguments that its explanation names.
func TestRefusals(t *testing.T) {
	known := map[string]abi.Error{}
	for _, m := range []*bind.MetaData{&bindings.StorageMetaData, &bindings.StorageRecordsMetaData, &bindings.StoragePoolsMetaData, &bindings.AttributesMetaData, &bindings.WrapperMetaData} {
		parsed, err := m.ParseABI()
		if err != nil {
			t.Fatal(err)
		}
		for name, e := range parsed.Errors {
			known[name] = e
		}
	}
	place := regexp.MustCompile(`\{(\d+)\}`)
	for name, text := range refusals {
		e, ok := known[name]
		if !ok {
			t.Errorf("no contract refuses with %s", name)
			continue
		}
		refusal := &chain.RevertError{Name: name}
		for i := range e.Inputs {
			refusal.Args = append(refusal.Args, fmt.Sprint("argument", i))
		}
		for _, m := range place.FindAllStringSubmatch(text, -1) {
			if i, err := strconv.Atoi(m[1]); err != nil || i >= len(e.Inputs) {
				t.Errorf("%s has %d arguments, and its explanation names {%s}", name, len(e.Inputs), m[1])
			}
		}
		if _, _, hint := classify(fmt.Errorf("a command: %w", refusal)); hint == "" {
			t.Errorf("%s is not explained", name)
		}
	}
	for _, e := range []*chain.RevertError{{Name: "SomethingNew"}, {Name: "NotOwner", Args: []string{"1"}}} {
		if _, _, hint := classify(e); hint != "" {
			t.Errorf("%v of other contracts is explained with %q", e, hint)
		}
	}
	if _, _, hint := classify(errors.Join(&chain.RevertError{Name: "NotHolder", Args: []string{"0x1", "0x2", "evil\x1b[2J"}})); hint == "" || regexp.MustCompile(`\x1b`).MatchString(hint) {
		t.Errorf("hint %q", hint)
	}
}

// Every code of an error is in the documentation, and every code there exists.
func TestCodesAreDocumented(t *testing.T) {
	page, err := os.ReadFile(filepath.Join("..", "..", "docs", "commands.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, errorsPart, ok := strings.Cut(string(page), "## Errors")
	if !ok {
		t.Fatal("the page has no part on errors")
	}
	_, errorsPart, _ = strings.Cut(errorsPart, "| code |")
	documented := map[string]bool{}
	for line := range strings.Lines(errorsPart) {
		cell, _, _ := strings.Cut(strings.TrimPrefix(line, "| "), " |")
		for _, code := range regexp.MustCompile("`([a-z_]+)`").FindAllStringSubmatch(cell, -1) {
			documented[code[1]] = true
		}
	}
	codes := []string{"usage", "failed", "refused_by_contract", "pool_full"}
	for _, c := range classes {
		codes = append(codes, c.code)
	}
	for _, code := range codes {
		if !documented[code] {
			t.Errorf("%s is not documented", code)
		}
	}
	for code := range documented {
		if !slices.Contains(codes, code) {
			t.Errorf("%s is documented, and no error has it", code)
		}
	}
}
