package evm

import (
	"encoding/hex"
	"errors"
	"fmt"
	"math/big"
	"reflect"
	"strings"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/rpc"

	"walrus/chain"
)

// revertData finds the bytes that a contract returned with its refusal. Endpoints differ in code and place: geth and anvil send code 3 and the bytes as hex string.
func revertData(err error) ([]byte, bool) {
	var re rpc.Error
	var de rpc.DataError
	if !errors.As(err, &re) || !errors.As(err, &de) {
		return nil, false
	}
	s, ok := de.ErrorData().(string)
	if m, isMap := de.ErrorData().(map[string]any); isMap {
		s, ok = m["data"].(string)
	}
	if ok {
		if b, err := hexutil.Decode(s); err == nil {
			return b, true
		}
	}
	return nil, re.ErrorCode() == 3 || strings.Contains(re.Error(), "execution reverted")
}

// asRevert turns an endpoint's answer about a refused call into *chain.RevertError, and leaves other errors alone.
func asRevert(err error) error {
	if err == nil {
		return nil
	}
	if data, ok := revertData(err); ok {
		return decodeRevert(data)
	}
	return err
}

// Names for refusals that carry none of the contracts' own errors.
const (
	revertReason = "Reverted" // require with a text
	revertPanic  = "Panic"    // broken assertion, overflow
	revertEmpty  = "RevertedWithoutReason"
	revertOther  = "UnknownError" // selector that our contracts do not have
)

var (
	stringArgs = abi.Arguments{{Type: mustType("string")}}
	panicArgs  = abi.Arguments{{Type: mustType("uint256")}}
)

func mustType(t string) abi.Type {
	typ, err := abi.NewType(t, "", nil)
	if err != nil {
		panic(err) // constant argument
	}
	return typ
}

// decodeRevert reads the return data of a refused call.
func decodeRevert(data []byte) *chain.RevertError {
	if len(data) == 0 {
		return &chain.RevertError{Name: revertEmpty}
	}
	if len(data) < 4 {
		return &chain.RevertError{Name: revertOther, Args: []string{"0x" + hex.EncodeToString(data)}}
	}
	sel := [4]byte(data)
	switch sel {
	case [4]byte{0x08, 0xc3, 0x79, 0xa0}: // Error(string)
		if v, err := stringArgs.Unpack(data[4:]); err == nil {
			return &chain.RevertError{Name: revertReason, Args: []string{v[0].(string)}}
		}
	case [4]byte{0x4e, 0x48, 0x7b, 0x71}: // Panic(uint256)
		if v, err := panicArgs.Unpack(data[4:]); err == nil {
			return &chain.RevertError{Name: revertPanic, Args: []string{formatValue(v[0])}}
		}
	}
	if e, ok := contractErrors()[sel]; ok {
		if v, err := e.Inputs.Unpack(data[4:]); err == nil {
			args := make([]string, len(v))
			for i := range v {
				args[i] = formatValue(v[i])
			}
			return &chain.RevertError{Name: e.Name, Args: args}
		}
	}
	shown := data[:min(len(data), 68)]
	return &chain.RevertError{Name: revertOther, Args: []string{"0x" + hex.EncodeToString(shown)}}
}

// formatValue writes one ABI value the way that our own types print: numbers in decimal, addresses and ids as 0x and lower-case hex.
func formatValue(v any) string {
	switch v := v.(type) {
	case common.Address:
		return chain.Address(v).String()
	case *big.Int:
		return v.String()
	case string:
		return v
	case []byte:
		return "0x" + hex.EncodeToString(v)
	}
	if r := reflect.ValueOf(v); r.Kind() == reflect.Array && r.Type().Elem().Kind() == reflect.Uint8 {
		b := make([]byte, r.Len())
		reflect.Copy(reflect.ValueOf(b), r)
		return "0x" + hex.EncodeToString(b)
	}
	return fmt.Sprint(v)
}
