package nodeapi

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/base64"
	"encoding/pem"
	"errors"
	"fmt"
	"io"
	"math/big"
	"net"
	"strconv"
	"strings"
	"time"
)

// A NetworkKey is a compressed P-256 public key, as the chain publishes it for each node.
type NetworkKey [33]byte

func (k NetworkKey) String() string { return base64.StdEncoding.EncodeToString(k[:]) }

// schemeP256 tags a P-256 private key in the tagged base64 form.
const schemeP256 = 0x02

// GenerateNetworkKey draws a P-256 key from random.
func GenerateNetworkKey(random io.Reader) (*ecdsa.PrivateKey, error) {
	return ecdsa.GenerateKey(elliptic.P256(), random)
}

// PublicNetworkKey is the compressed public half of key, which must be on P-256.
func PublicNetworkKey(key *ecdsa.PublicKey) (k NetworkKey, err error) {
	if key.Curve != elliptic.P256() {
		return k, fmt.Errorf("network key is on curve %s, want P-256", key.Curve.Params().Name)
	}
	b, err := key.Bytes() // 04 || x || y
	if err != nil {
		return k, fmt.Errorf("network key: %w", err)
	}
	k[0] = 2 + b[64]&1
	copy(k[1:], b[1:33])
	return k, nil
}

// ParseNetworkKey reads a private network key: standard base64 of the scheme byte 0x02 and the 32-byte big-endian scalar, or a PKCS#8 PEM block. White space around is ignored.
func ParseNetworkKey(text []byte) (*ecdsa.PrivateKey, error) {
	s := strings.TrimSpace(string(text))
	if strings.HasPrefix(s, "-----BEGIN") {
		return parsePEM([]byte(s))
	}
	b, err := base64.StdEncoding.Strict().DecodeString(s)
	if err != nil {
		return nil, errors.New("network key is neither base64 nor PEM")
	}
	if len(b) != 33 {
		return nil, fmt.Errorf("network key has %d bytes, want 33: scheme and scalar", len(b))
	}
	if b[0] != schemeP256 {
		return nil, fmt.Errorf("network key has scheme 0x%02x, want 0x%02x (P-256)", b[0], schemeP256)
	}
	key, err := ecdsa.ParseRawPrivateKey(elliptic.P256(), b[1:])
	if err != nil {
		return nil, errors.New("network key is no scalar of P-256")
	}
	return key, nil
}

func parsePEM(text []byte) (*ecdsa.PrivateKey, error) {
	block, rest := pem.Decode(text)
	if block == nil || block.Type != "PRIVATE KEY" {
		return nil, errors.New("network key: want a PEM block PRIVATE KEY (PKCS#8)")
	}
	if len(strings.TrimSpace(string(rest))) > 0 {
		return nil, errors.New("network key: more text after the PEM block")
	}
	any, err := x509.ParsePKCS8PrivateKey(block.Bytes)
	if err != nil {
		return nil, fmt.Errorf("network key: %w", err)
	}
	key, ok := any.(*ecdsa.PrivateKey)
	if !ok || key.Curve != elliptic.P256() {
		return nil, errors.New("network key: want an ECDSA key on P-256")
	}
	return key, nil
}

// FormatNetworkKey is the tagged base64 form of key.
func FormatNetworkKey(key *ecdsa.PrivateKey) (string, error) {
	b, err := key.Bytes()
	if err != nil {
		return "", fmt.Errorf("network key: %w", err)
	}
	return base64.StdEncoding.EncodeToString(append([]byte{schemeP256}, b...)), nil
}

// GeneratedName is the name that a self-signed certificate carries first: the first four bytes of the key in hex, each without a leading zero (a quirk of the
// reference that is kept), under network.walrus.alt.
func GeneratedName(key NetworkKey) string {
	var b strings.Builder
	for _, c := range key[:4] {
		b.WriteString(strconv.FormatUint(uint64(c), 16))
	}
	return b.String() + ".network.walrus.alt"
}

// RFC 5280's way to say that a certificate has no end; the key is what is trusted, and it changes on the chain.
var (
	certificateStart = time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)
	certificateEnd   = time.Date(9999, 12, 31, 23, 59, 59, 0, time.UTC)
)

// ServerTLS makes a self-signed certificate over key for the generated name and host (a DNS name or an IP address, empty for none).
func ServerTLS(key *ecdsa.PrivateKey, host string) (*tls.Config, error) {
	public, err := PublicNetworkKey(&key.PublicKey)
	if err != nil {
		return nil, err
	}
	name := GeneratedName(public)
	serial, err := rand.Int(rand.Reader, new(big.Int).Lsh(big.NewInt(1), 120))
	if err != nil {
		return nil, err
	}
	tmpl := &x509.Certificate{
		SerialNumber: serial,
		Subject:      pkix.Name{CommonName: name},
		NotBefore:    certificateStart,
		NotAfter:     certificateEnd,
		KeyUsage:     x509.KeyUsageDigitalSignature,
		ExtKeyUsage:  []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth},
		DNSNames:     []string{name},
	}
	if ip := net.ParseIP(host); ip != nil {
		tmpl.IPAddresses = []net.IP{ip}
	} else if host != "" {
		tmpl.DNSNames = append(tmpl.DNSNames, host)
	}
	der, err := x509.CreateCertificate(rand.Reader, tmpl, tmpl, &key.PublicKey, key)
	if err != nil {
		return nil, fmt.Errorf("self-signed certificate: %w", err)
	}
	return serverConfig(tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}), nil
}

// ServerTLSFromChain serves a certificate chain that others issued, PEM, leaf first; the leaf must carry the public half of key.
func ServerTLSFromChain(key *ecdsa.PrivateKey, chain []byte) (*tls.Config, error) {
	cert := tls.Certificate{PrivateKey: key}
	for block, rest := pem.Decode(chain); block != nil; block, rest = pem.Decode(rest) {
		if block.Type == "CERTIFICATE" {
			cert.Certificate = append(cert.Certificate, block.Bytes)
		}
	}
	if len(cert.Certificate) == 0 {
		return nil, errors.New("certificate file holds no certificate")
	}
	leaf, err := x509.ParseCertificate(cert.Certificate[0])
	if err != nil {
		return nil, fmt.Errorf("certificate: %w", err)
	}
	if pub, ok := leaf.PublicKey.(*ecdsa.PublicKey); !ok || !pub.Equal(&key.PublicKey) {
		return nil, errors.New("certificate is not for the network key: renew it over the same key (certbot --reuse-key)")
	}
	return serverConfig(cert), nil
}

func serverConfig(cert tls.Certificate) *tls.Config {
	return &tls.Config{Certificates: []tls.Certificate{cert}, MinVersion: tls.VersionTLS12, NextProtos: []string{"h2", "http/1.1"}}
}

// ClientTLS accepts a server that proves possession of the pinned key, whatever names, issuer or dates its certificate has, and no other: the chain says
// which key is the node's, so a certificate authority can neither add to that nor stand in for it, and an expired certificate over the right key is still the node.
func ClientTLS(pinned NetworkKey) *tls.Config {
	return &tls.Config{
		MinVersion:         tls.VersionTLS12,
		InsecureSkipVerify: true, // VerifyConnection below checks the key instead, on resumed sessions too
		VerifyConnection: func(s tls.ConnectionState) error {
			if len(s.PeerCertificates) == 0 {
				return fmt.Errorf("%w: no certificate", ErrIdentity)
			}
			pub, ok := s.PeerCertificates[0].PublicKey.(*ecdsa.PublicKey)
			if !ok {
				return fmt.Errorf("%w: it carries no ECDSA key", ErrIdentity)
			}
			got, err := PublicNetworkKey(pub)
			if err != nil {
				return fmt.Errorf("%w: %w", ErrIdentity, err)
			}
			if got != pinned {
				return fmt.Errorf("%w: got %v, want %v", ErrIdentity, got, pinned)
			}
			return nil
		},
	}
}
