package attest

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
)

// jsonFields splits an object into the raw values of the wanted fields, whose names must match exactly and occur once each. Other fields are
// ignored, as the reference's reader does; encoding/json's own matching would take "serializedmessage" too.
func jsonFields(data []byte, wanted ...string) (map[string]json.RawMessage, error) {
	d := json.NewDecoder(bytes.NewReader(data))
	if t, err := d.Token(); err != nil || t != json.Delim('{') {
		return nil, errors.New("want a JSON object")
	}
	fields := make(map[string]json.RawMessage, len(wanted))
	for d.More() {
		name, err := d.Token()
		if err != nil {
			return nil, err
		}
		var value json.RawMessage
		if err := d.Decode(&value); err != nil {
			return nil, err
		}
		for _, w := range wanted {
			if name != w {
				continue
			}
			if _, twice := fields[w]; twice {
				return nil, fmt.Errorf("field %q occurs twice", w)
			}
			fields[w] = value
		}
	}
	if _, err := d.Token(); err != nil {
		return nil, err
	}
	if d.More() {
		return nil, errors.New("text after the object")
	}
	for _, w := range wanted {
		if fields[w] == nil {
			return nil, fmt.Errorf("field %q is missing", w)
		}
	}
	return fields, nil
}

var errBase64 = errors.New("want standard base64")

// jsonBase64 reads a string in standard base64. Padding may be left out only if unpadded says so.
func jsonBase64(raw json.RawMessage, unpadded bool) ([]byte, error) {
	var s *string
	if err := json.Unmarshal(raw, &s); err != nil || s == nil || strings.ContainsAny(*s, "\r\n") {
		return nil, errBase64
	}
	b, err := base64.StdEncoding.Strict().DecodeString(*s)
	if err != nil && unpadded {
		b, err = base64.RawStdEncoding.Strict().DecodeString(*s)
	}
	if err != nil {
		return nil, errBase64
	}
	return b, nil
}
