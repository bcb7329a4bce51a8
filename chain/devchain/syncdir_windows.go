package devchain

// syncDir does nothing: Windows cannot open a directory for syncing, and NTFS journals renames.
func syncDir(string) error { return nil }
