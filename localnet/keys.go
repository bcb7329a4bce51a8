package localnet

import (
	"crypto/ecdsa"
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"walrus/attest"
	"walrus/bls"
	"walrus/chain"
	"walrus/chain/evm/wallet"
	"walrus/nodeapi"
)

// Keys of a network, drawn at the first start. Every file has mode 0600; wallets are keystore files with an empty password.
type keys struct {
	deployer *ecdsa.PrivateKey // pays for deployment and owns the contracts; get-wal sends from it
	client   chain.Address     // the wallet of client_config.yaml
	nodes    []nodeKeys
}

// nodeKeys are the keys of one node.
type nodeKeys struct {
	operator chain.Address     // the account that registered the node
	protocol *bls.SecretKey    // signs confirmations
	network  *ecdsa.PrivateKey // P-256, in the TLS certificate
}

// Folders and files below the network's folder.
const (
	keysDir     = "keys"
	deployerDir = "keys/deployer"
	clientDir   = "keys/client"
	operatorDir = "keys/operators"
)

func protocolKeyFile(name string) string { return filepath.Join(keysDir, name+".protocol") }
func networkKeyFile(name string) string  { return filepath.Join(keysDir, name+".network") }
func operatorFile(name string) string    { return filepath.Join(keysDir, name+".operator") }

// loadKeys reads the keys of dir and draws those that are missing, so that a first start that was interrupted can be repeated.
func loadKeys(dir string, names []string) (*keys, error) {
	if err := os.MkdirAll(filepath.Join(dir, keysDir), 0o700); err != nil {
		return nil, err
	}
	k := new(keys)
	w, err := onlyWallet(filepath.Join(dir, deployerDir))
	if err != nil {
		return nil, fmt.Errorf("deployer's key: %w", err)
	}
	k.deployer = w.Key()
	if w, err = onlyWallet(filepath.Join(dir, clientDir)); err != nil {
		return nil, fmt.Errorf("client's key: %w", err)
	}
	k.client = w.Address()
	for _, name := range names {
		n, err := loadNodeKeys(dir, name)
		if err != nil {
			return nil, fmt.Errorf("keys of %s: %w", name, err)
		}
		k.nodes = append(k.nodes, n)
	}
	return k, nil
}

// onlyWallet opens the first key of a keystore folder, or draws one.
func onlyWallet(dir string) (*wallet.Wallet, error) {
	addrs, err := wallet.List(dir)
	if err != nil {
		return nil, err
	}
	if len(addrs) == 0 {
		return wallet.New(dir, wallet.Light, wallet.Fixed(""))
	}
	return wallet.Open(dir, addrs[0], wallet.Fixed(""))
}

func loadNodeKeys(dir, name string) (n nodeKeys, err error) {
	text, err := keyFile(filepath.Join(dir, operatorFile(name)), func() (string, error) {
		w, err := wallet.New(filepath.Join(dir, operatorDir), wallet.Light, wallet.Fixed(""))
		if err != nil {
			return "", err
		}
		return w.Address().String(), nil
	})
	if err != nil {
		return n, err
	}
	if n.operator, err = chain.ParseAddress(text); err != nil {
		return n, err
	}
	text, err = keyFile(filepath.Join(dir, protocolKeyFile(name)), func() (string, error) {
		key, err := bls.GenerateKey(rand.Reader)
		if err != nil {
			return "", err
		}
		return key.Tagged(), nil
	})
	if err != nil {
		return n, err
	}
	if n.protocol, err = bls.ParseTagged(text); err != nil {
		return n, err
	}
	text, err = keyFile(filepath.Join(dir, networkKeyFile(name)), func() (string, error) {
		key, err := nodeapi.GenerateNetworkKey(rand.Reader)
		if err != nil {
			return "", err
		}
		return nodeapi.FormatNetworkKey(key)
	})
	if err != nil {
		return n, err
	}
	n.network, err = nodeapi.ParseNetworkKey([]byte(text))
	return n, err
}

// keyFile returns the text of a key file without the space around it, after writing what draw returns if there is none.
func keyFile(path string, draw func() (string, error)) (string, error) {
	b, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		text, err := draw()
		if err != nil {
			return "", err
		}
		return text, writeFile(path, []byte(text+"\n"), 0o600)
	}
	return strings.TrimSpace(string(b)), err
}

// DeployerKey returns the key of the account that deployed the network of dir, if that is the network asked for.
func DeployerKey(dir string, network attest.NetworkID) (*ecdsa.PrivateKey, error) {
	s, err := loadState(dir)
	if err != nil {
		return nil, err
	}
	if s.NetworkID != network {
		return nil, fmt.Errorf("%s holds network %v, and the configuration names %v", dir, s.NetworkID, network)
	}
	w, err := onlyWallet(filepath.Join(dir, deployerDir))
	if err != nil {
		return nil, err
	}
	return w.Key(), nil
}
