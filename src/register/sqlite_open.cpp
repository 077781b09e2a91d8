#include "register/sqlite_open.hpp"

#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <string>
#include <system_error>
#include <thread>

#include "base/embedded.hpp"
#include "register/sqlite_store.hpp"
#include "register/sqlite_upgrade.hpp"
#include "register/tokenizer.hpp"

namespace bienban::registry {

namespace {

/// What a failure to open means to the person who named the file.
base::Error opening_error(const StoreError& error, const std::string& path) {
	const char* id = "register-cannot-open";
	switch (error.code) {
		case SQLITE_NOTADB: id = "register-not-database"; break;
		case SQLITE_CORRUPT: id = "register-damaged"; break;
		case SQLITE_BUSY:
		case SQLITE_LOCKED: id = "register-busy"; break;
		case SQLITE_READONLY:
		case SQLITE_PERM: id = "register-read-only"; break;
		default: break;
	}
	return {.message = id, .values = {error.what()}, .file = path, .line = 0};
}

bool empty(Database& db) { return db.number("SELECT count(*) FROM sqlite_schema") == 0; }

void create(Database& db) {
	db.run("BEGIN IMMEDIATE");
	// Somebody else may have made the tables between our look and our lock.
	if (empty(db)) {
		make_tables(db);
		db.run(("PRAGMA application_id = " + std::to_string(k_application_id)).c_str());
	}
	db.run("COMMIT");
}

/// The pages of the indexes that every batch of documents scatters over: a sixteenth of the machine's memory, at most
/// 768 MiB and at least 64. Added to a register of a million documents, 60,000 more took the writer 24 s of processor
/// time with 768 MiB and 31 s with 256.
std::string cache_of_writer() {
	const auto memory = static_cast<std::int64_t>(sysconf(_SC_PHYS_PAGES)) * sysconf(_SC_PAGE_SIZE);
	const std::int64_t kibibytes = std::clamp<std::int64_t>(memory / 16 / 1024, 64 * 1024, 768 * 1024);
	return "PRAGMA cache_size = -" + std::to_string(kibibytes);
}

/// Writers and readers side by side, each change on the disk before it is told.
void prepare_connection(Database& db, Access access) {
	add_tokenizer(db.handle());
	db.run("PRAGMA cache_size = -16384");  // 16 MiB: what a question touches again and again; a server has many handles
	db.run("PRAGMA temp_store = FILE");
	if (access == Access::read) return;
	db.run(cache_of_writer().c_str());
	db.run("PRAGMA journal_mode = WAL");
	db.run("PRAGMA synchronous = FULL");
}

/// Makes a file of any kind a register. Throws StoreError.
base::Result<std::unique_ptr<Store>> opened(Database db, const std::filesystem::path& path, Access access) {
	if (access == Access::write && db.read_only()) return base::fail("register-read-only", {}, path.string());
	const bool was_empty = empty(db);  // the first read: a file that is no database fails here
	// Where somebody's first `add` is about to make the tables, or was ended before it could, the file is empty.
	if (was_empty && access == Access::read) return base::fail("register-missing", {}, path.string());
	if (!was_empty && db.number("PRAGMA application_id") != k_application_id) {
		return base::fail("register-foreign", {}, path.string());
	}
	const auto version = db.number("PRAGMA user_version");
	if (version > k_schema_version) {
		return base::fail("register-newer", {std::to_string(version), std::to_string(k_schema_version)}, path.string());
	}
	if (!was_empty && version < k_schema_version && access == Access::read) {
		return base::fail("register-older", {std::to_string(version), std::to_string(k_schema_version)}, path.string());
	}
	if (was_empty) db.run("PRAGMA page_size = 8192");  // a text of 3 KB fits; must come before the first table
	prepare_connection(db, access);
	if (was_empty) create(db);
	if (!was_empty && version < k_schema_version) {
		return upgraded(std::move(db), static_cast<int>(version), path);
	}
	if (access == Access::write) return std::make_unique<SqliteStore>(std::move(db), path);
	return std::make_unique<SqliteStore>(std::move(db));
}

bool may_write(const std::filesystem::path& path) {
	const auto folder = path.has_parent_path() ? path.parent_path() : std::filesystem::path{"."};
	return access(path.c_str(), W_OK) == 0 && access(folder.c_str(), W_OK) == 0;
}

/// Whether changes are not yet in the file itself.
bool has_log(const std::filesystem::path& path) {
	std::error_code ignored;
	const auto bytes = std::filesystem::file_size(path.string() + "-wal", ignored);
	return !ignored && bytes > 0;
}

/// opened(), tried again while another program is at its first steps with the file: to make it one that is read while
/// it is written, SQLite needs it for itself alone, and for that it does not wait.
base::Result<std::unique_ptr<Store>> opened_in_time(const std::filesystem::path& path, Access access,
                                                    std::chrono::milliseconds wait) {
	constexpr std::chrono::milliseconds k_pause{5};
	const auto end = std::chrono::steady_clock::now() + wait;
	for (;;) {
		try {
			return opened(Database{path, access, wait}, path, access);
		} catch (const StoreError& error) {
			if (error.code != SQLITE_BUSY || std::chrono::steady_clock::now() >= end) throw;
		}
		std::this_thread::sleep_for(k_pause);
	}
}

}  // namespace

std::string schema_file(int version) {
	const std::string name = std::to_string(version) + ".sql";
	const auto files = base::embedded_schema();
	const auto found = std::ranges::find(files, name, &base::EmbeddedFile::name);
	return std::string{found->content};
}

base::Result<std::unique_ptr<Store>> open_store(const std::filesystem::path& path, Access access,
                                                std::chrono::milliseconds wait) {
	std::error_code ignored;
	const auto status = std::filesystem::status(path, ignored);
	if (access == Access::read && status.type() == std::filesystem::file_type::not_found) {
		return base::fail("register-missing", {}, path.string());
	}
	if (status.type() == std::filesystem::file_type::directory) {
		return base::fail("register-is-folder", {}, path.string());
	}
	try {
		try {
			return opened_in_time(path, access, wait);
		} catch (const StoreError& error) {
			const bool only_reads = error.code == SQLITE_READONLY || error.code == SQLITE_CANTOPEN;
			if (access != Access::read || !only_reads) throw;
		}
		// In a folder that cannot be written to SQLite cannot keep the notes that readers and writers share. Where no
		// writer has left any there is no need of them.
		if (!may_write(path) && !has_log(path)) return opened(Database::frozen(path), path, access);
		// Somebody's first `add` was ended in the middle of its first page. Whoever looks next has to take that back,
		// which one who may only read cannot.
		Database{path, Access::write, wait}.run("SELECT count(*) FROM sqlite_schema");
		return opened_in_time(path, access, wait);
	} catch (const StoreError& error) {
		return tl::unexpected(opening_error(error, path.string()));
	}
}

void make_tables(Database& db, int first) {
	for (int version = first; version <= k_schema_version; ++version) db.run(schema_file(version).c_str());
	db.run(("PRAGMA user_version = " + std::to_string(k_schema_version)).c_str());
}

std::unique_ptr<Store> scratch_store() {
	// SQLite keeps a database without a name in a file of its own that has no name either, and drops it at the end.
	Database db{"", Access::write, std::chrono::milliseconds{0}};
	add_tokenizer(db.handle());
	db.run("PRAGMA journal_mode = OFF");
	db.run("PRAGMA synchronous = OFF");
	db.run(cache_of_writer().c_str());  // as for a register that is written: it is filled in the same way
	make_tables(db);
	return std::make_unique<SqliteStore>(std::move(db));
}

}  // namespace bienban::registry
