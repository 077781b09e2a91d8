#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "register/store_error.hpp"

struct sqlite3;
struct sqlite3_stmt;

/// SQLite's C interface, wrapped once. What goes wrong here is the machine's or the file's failure and is thrown as
/// StoreError, with SQLite's primary result code; open.cpp turns those into errors that a user can expect.
namespace bienban::registry {

class Statement;

class Database {
public:
	/// Opens a file; with `write` it is made where it is missing. Every later step waits up to `wait` for another
	/// writer to be done.
	Database(const std::filesystem::path& path, Access access, std::chrono::milliseconds wait);
	/// Opens a file that nobody can write to, in a folder where nothing can be put beside it.
	static Database frozen(const std::filesystem::path& path);

	/// Runs one or several statements without values.
	void run(const char* sql);
	/// A statement to bind values to and step through.
	Statement prepare(std::string_view sql);
	/// The first number of the first row of a statement without values.
	std::int64_t number(std::string_view sql);
	/// Whether the file cannot be written to although that was asked for.
	bool read_only() const;
	/// Rows that the last statement inserted, changed or deleted.
	std::int64_t changes() const;
	/// SQLite's own handle, for what is not wrapped here.
	sqlite3* handle() const { return m_db.get(); }

private:
	Database(const std::string& name, int flags, std::chrono::milliseconds wait);

	struct Close {
		void operator()(sqlite3* db) const;
	};
	std::unique_ptr<sqlite3, Close> m_db;
};

class Statement {
public:
	/// Values are bound in order, from the first placeholder on.
	Statement& bind(std::string_view text);
	Statement& bind(const std::optional<std::string>& text);
	Statement& bind(std::int64_t number);
	Statement& bind(double number);

	/// The next row; false after the last.
	bool step();
	/// Steps once and makes ready for the next values.
	void run();
	/// Makes ready for the next values.
	void reset();

	std::string text(int column) const;
	std::optional<std::string> optional_text(int column) const;
	std::int64_t number(int column) const;
	double decimal(int column) const;

private:
	friend class Database;
	struct Finalize {
		void operator()(sqlite3_stmt* statement) const;
	};
	Statement(sqlite3* db, std::string_view sql);
	void check(int code) const;

	sqlite3* m_db;
	std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
	int m_next = 1;
};

}  // namespace bienban::registry
