//! tantivy's [`Directory`] over the files of a bundle: read only, in memory, nothing copied.

use std::path::Path;
use std::sync::Arc;
use std::{fmt, io};

use tantivy::Directory;
use tantivy::directory::error::{DeleteError, OpenReadError, OpenWriteError};
use tantivy::directory::{FileHandle, OwnedBytes, WatchCallback, WatchHandle, WritePtr};

use crate::index::bundle::BundleFile;

/// The files of a bundle.
#[derive(Clone)]
pub struct BundleDirectory(Arc<Vec<(String, OwnedBytes)>>);

impl fmt::Debug for BundleDirectory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BundleDirectory")
    }
}

impl BundleDirectory {
    /// Over these files.
    pub fn new(files: Vec<BundleFile>) -> Self {
        let owned = |file: BundleFile| (file.name, OwnedBytes::new(file.bytes));
        Self(Arc::new(files.into_iter().map(owned).collect()))
    }

    fn find(&self, path: &Path) -> Result<OwnedBytes, OpenReadError> {
        let name = path.to_str().unwrap_or_default();
        let found = self.0.iter().find(|(known, _)| known == name);
        found
            .map(|(_, bytes)| bytes.clone())
            .ok_or_else(|| OpenReadError::FileDoesNotExist(path.to_path_buf()))
    }
}

fn read_only() -> io::Error {
    io::Error::from(io::ErrorKind::PermissionDenied)
}

impl Directory for BundleDirectory {
    fn get_file_handle(&self, path: &Path) -> Result<Arc<dyn FileHandle>, OpenReadError> {
        Ok(Arc::new(self.find(path)?))
    }

    fn delete(&self, path: &Path) -> Result<(), DeleteError> {
        let filepath = path.to_path_buf();
        Err(DeleteError::IoError { io_error: Arc::new(read_only()), filepath })
    }

    fn exists(&self, path: &Path) -> Result<bool, OpenReadError> {
        Ok(self.find(path).is_ok())
    }

    fn open_write(&self, path: &Path) -> Result<WritePtr, OpenWriteError> {
        Err(OpenWriteError::wrap_io_error(read_only(), path.to_path_buf()))
    }

    fn atomic_read(&self, path: &Path) -> Result<Vec<u8>, OpenReadError> {
        Ok(self.find(path)?.to_vec())
    }

    /// What tantivy notes about an index that it thinks new is of no use here.
    fn atomic_write(&self, _: &Path, _: &[u8]) -> io::Result<()> {
        Ok(())
    }

    fn sync_directory(&self) -> io::Result<()> {
        Ok(())
    }

    fn watch(&self, _: WatchCallback) -> tantivy::Result<WatchHandle> {
        Ok(WatchHandle::empty())
    }
}
