// SPDX-License-Identifier: MIT
using Lucene.Net.Index;
using Lucene.Net.Search;
using TextIndex.Documents;
using TextIndex.Primitives;
using TextIndex.Search;
using TextIndex.Segmentation;
using TextIndex.Tests.Storage;
using Xunit;

namespace TextIndex.Tests.Indexing;

public sealed class SearchIndexTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"textindex 测试 {Guid.NewGuid():N}");

    public void Dispose()
    {
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void What_was_committed_is_there_when_the_index_is_opened_again()
    {
        using (var index = SearchIndex.Open(_folder))
        {
            index.Add(DocumentReader.Read("甲.txt", "---\ntitle: 学习\ndate: 2024-05-06\nauthor: 某人\nsource: 青山日报\n---\n实事求是。"));
            index.Commit();
            index.Add(DocumentReader.Read("乙.txt", "实事求是，没有提交。"));
        }
        using var again = SearchIndex.Open(_folder, new SearchIndexOptions { ReadOnly = true });
        var hit = Assert.Single(again.Search("实事求是").Hits);
        Assert.Equal(("甲.txt", "学习", new DateOnly(2024, 5, 6), "青山日报"), (hit.Key, hit.Title, hit.Date, hit.Source));
    }

    [Fact]
    public void A_document_with_the_same_key_replaces_the_one_before_and_a_deleted_one_is_gone()
    {
        using var index = SearchIndex.Open(_folder);
        index.Add(DocumentReader.Read("a", "旧文"));
        index.Add(DocumentReader.Read("b", "旧文"));
        index.Commit();
        index.Add(DocumentReader.Read("a", "新文"));
        index.Delete("b");
        index.Delete("不存在");
        index.Commit();
        Assert.Equal(1, index.Count);
        Assert.Equal(0, index.Search("旧文").Total);
        Assert.Equal(1, index.Search("新文").Total);
    }

    [Fact]
    public void A_merge_changes_no_answer_and_forgets_what_was_deleted()
    {
        using var index = SearchIndex.Open(_folder);
        for (var i = 0; i < 12; i++)
        {
            index.Add(DocumentReader.Read($"d{i}", $"第{i}篇：学习实事求是，{new string('长', i)}"));
            if (i > 3) index.Delete($"d{i - 4}");
            index.Commit();
        }
        Assert.True(index.Statistics().IndexSegments > 1);
        List<(string, double)> Hits() => [.. index.Search("求是 OR 长", new SearchOptions { Limit = 0 }).Hits.Select(hit => (hit.Key, hit.Score))];
        var before = Hits();
        index.Merge(1);
        Assert.Equal(1, index.Statistics().IndexSegments);
        Assert.Equal(index.Count, index.LuceneReader.MaxDoc);
        Assert.Equal(before, Hits());
        index.Commit();
        Assert.Throws<ArgumentOutOfRangeException>(() => index.Merge(0));
    }

    [Fact]
    public void A_search_sees_one_commit_and_refresh_moves_to_the_newest()
    {
        using var writer = SearchIndex.Open(_folder);
        writer.Add(DocumentReader.Read("a", "第一次提交"));
        writer.Commit();
        using var reader = SearchIndex.Open(_folder, new SearchIndexOptions { ReadOnly = true });
        writer.Add(DocumentReader.Read("b", "第二次提交"));
        Assert.Equal(1, writer.Search("提交").Total);
        writer.Commit();
        Assert.Equal(2, writer.Search("提交").Total);
        Assert.Equal(1, reader.Search("提交").Total);
        Assert.True(reader.Refresh());
        Assert.False(reader.Refresh());
        Assert.Equal(2, reader.Search("提交").Total);
    }

    [Fact]
    public void Statistics_of_a_commit_whose_files_a_newer_one_took_away_are_no_damage()
    {
        using var writer = SearchIndex.Open(_folder);
        writer.Add(DocumentReader.Read("a", "学习"));
        writer.Commit();
        using var reader = SearchIndex.Open(_folder, new SearchIndexOptions { ReadOnly = true });
        writer.Add(DocumentReader.Read("b", "作风"));
        writer.Commit();
        var statistics = reader.Statistics();
        Assert.Equal(1, statistics.Documents);
        Assert.True(statistics.SizeBytes > 0);
    }

    [Fact]
    public void A_second_writer_is_told_who_holds_the_index()
    {
        using var first = SearchIndex.Open(_folder);
        var error = Assert.Throws<IndexLockedException>(() => SearchIndex.Open(_folder));
        Assert.Equal($"{_folder}: another process is writing to this index; wait for it, or stop it.", error.Message);
        first.Dispose();
        SearchIndex.Open(_folder).Dispose();
    }

    [Fact]
    public void Another_dictionary_is_another_fingerprint_and_is_refused()
    {
        using (var index = SearchIndex.Open(_folder))
        {
            index.Add(DocumentReader.Read("a", "学习"));
            index.Commit();
        }
        var other = WordDictionary.Default.WithWords(new StringReader("破零工程 10 n\n"), "words.txt");
        var error = Assert.Throws<IndexVersionException>(() => SearchIndex.Open(_folder, new SearchIndexOptions { Dictionary = other }));
        Assert.NotEqual(error.Found, error.Supported);
        using var same = SearchIndex.Open(_folder);
        Assert.Equal(1, same.Count);
    }

    [Theory]
    [InlineData(SegmentationModel.Jieba)]
    [InlineData(SegmentationModel.WordGraph)]
    public void Words_of_a_user_hide_nothing(SegmentationModel model)
    {
        var words = WordDictionary.Default.WithWords("人工智能 2.0", "Open AI", "C++和", "“两个维护”", "两个维护").WithJoined("与Open AI", "北京大").WithSplit("京", "大");
        using var index = SearchIndex.InMemory(new SearchIndexOptions { Dictionary = words, Model = model });
        index.Add(DocumentReader.Read("a", "谈人工智能 2.0和C++和Java，与Open AI合作。唱卡拉OK。北京大学“两个维护”"));
        index.Commit();
        foreach (var query in new[] { "2.0", "ai", "OPEN", "C++", "java", "OK", "智能", "人工智能", "北京大学", "京大", "大学", "两个", "维护", "两个维护", "与open", "\"人工智能 2.0\"", "\"智能 2.0和C\"", "\"与Open AI合\"", "“两个维护”", "人工智能 2.0", "两*", "\"智能 合作\"~20" })
            Assert.True(index.Search(query).Total == 1, query);
        Assert.Equal(0, index.Search("pen").Total);
    }

    [Fact]
    public void The_model_of_words_stands_in_the_commit_and_another_one_is_refused()
    {
        using (var index = SearchIndex.Open(_folder))
        {
            index.Add(DocumentReader.Read("a", "张建邦来到北京"));
            index.Commit();
            Assert.Contains(WordSegmenter.WordGraph.Fingerprint, index.Statistics().Fingerprint, StringComparison.Ordinal);
        }
        var error = Assert.Throws<IndexVersionException>(() => SearchIndex.Open(_folder, new SearchIndexOptions { Model = SegmentationModel.Jieba }));
        Assert.Contains(WordSegmenter.Default.Fingerprint, error.Supported, StringComparison.Ordinal);
        SearchIndex.Open(_folder, new SearchIndexOptions { Model = SegmentationModel.WordGraph }).Dispose();
    }

    [Fact]
    public void A_dictionary_of_its_own_goes_with_the_model_of_jieba()
    {
        var own = WordDictionary.Load(new StringReader("学习 10 v\n"), "own.txt");
        using var index = SearchIndex.InMemory(new SearchIndexOptions { Dictionary = own });
        Assert.Contains(" jieba " + own.Fingerprint, index.Statistics().Fingerprint, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => SearchIndex.InMemory(new SearchIndexOptions { Dictionary = own, Model = SegmentationModel.WordGraph }));
    }

    [Fact]
    public void A_missing_index_is_told_and_an_index_open_for_reading_is_not_written()
    {
        Assert.Throws<DirectoryNotFoundException>(() => SearchIndex.Open(_folder, new SearchIndexOptions { ReadOnly = true }));
        Assert.Throws<DirectoryNotFoundException>(() => SearchIndex.Check(_folder));
        SearchIndex.Open(_folder).Dispose();
        using var reader = SearchIndex.Open(_folder, new SearchIndexOptions { ReadOnly = true });
        Assert.Throws<InvalidOperationException>(() => reader.Add(DocumentReader.Read("a", "学习")));
        Assert.Equal(0, reader.Search("学习").Total);
    }

    [Fact]
    public void A_key_that_is_too_long_is_refused_before_anything_is_written()
    {
        using var index = SearchIndex.InMemory();
        Assert.Throws<ArgumentException>(() => index.Add(DocumentReader.Read(new string('a', 9000), "学习")));
        index.Add(DocumentReader.Read("a", ""));
        index.Add(DocumentReader.Read("b", new string('长', 40_000) + new string('x', 40_000)));
        index.Commit();
        Assert.Equal(1, index.Search("\"" + new string('x', 39_000) + "\"").Total);
    }

    [Fact]
    public void Lucene_queries_read_the_words_and_phrases_where_positions_are_kept()
    {
        using var folder = new TemporaryFolder();
        var options = new SearchIndexOptions { WordPositions = true };
        using (var index = SearchIndex.Open(folder.Path, options))
        {
            index.Add(DocumentReader.Read("a", "坚持中华人民共和国的作风"));
            index.Commit();
            Assert.Equal(1, Count(index, new TermQuery(new Term("body", "中华人民共和国"))));
            Assert.Equal(1, Count(index, new TermQuery(new Term("body", "人民"))));
            Assert.Equal(0, Count(index, new TermQuery(new Term("body.words", "人民"))));
            Assert.Equal(1, Count(index, new PhraseQuery { new Term("body.words", "坚持"), new Term("body.words", "中华人民共和国") }));
            Assert.Equal(0, Count(index, new PhraseQuery { new Term("body.words", "坚持"), new Term("body.words", "作风") }));
        }
        // What an index was begun with it keeps, whoever goes on with it.
        using (var index = SearchIndex.Open(folder.Path))
        {
            index.Add(DocumentReader.Read("b", "坚持中华人民共和国"));
            index.Commit();
            Assert.Equal(2, Count(index, new PhraseQuery { new Term("body.words", "坚持"), new Term("body.words", "中华人民共和国") }));
            Assert.Equal(2, index.Search("人民").Total);
        }
        Assert.True(SearchIndex.Check(folder.Path).Sound);
    }

    [Fact]
    public void Positions_cannot_be_asked_of_an_index_that_was_begun_without_them()
    {
        using var folder = new TemporaryFolder();
        using (var index = SearchIndex.Open(folder.Path))
        {
            index.Add(DocumentReader.Read("a", "坚持实事求是"));
            index.Commit();
            Assert.Throws<InvalidOperationException>(() => Count(index, new PhraseQuery { new Term("body", "坚持"), new Term("body", "实事求是") }));
        }
        Assert.Throws<ArgumentException>(() => SearchIndex.Open(folder.Path, new SearchIndexOptions { WordPositions = true }));
        using var again = SearchIndex.Open(folder.Path);
        Assert.Equal(1, again.Count);
    }

    private static int Count(SearchIndex index, Lucene.Net.Search.Query query) => new IndexSearcher(index.LuceneReader).Search(query, 10).TotalHits;

    [Fact]
    public void Many_threads_search_while_one_writes_and_the_index_is_closed()
    {
        using var index = SearchIndex.Open(_folder);
        for (var i = 0; i < 50; i++) index.Add(DocumentReader.Read($"d{i}", $"第{i}篇，学习实事求是，为人民服务。"));
        index.Commit();
        using var stop = new CancellationTokenSource();
        var errors = new System.Collections.Concurrent.ConcurrentBag<Exception>();
        var threads = Enumerable.Range(0, 3).Select(_ => new Thread(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                try { Assert.True(index.Search("求是 OR 民服务").Total >= 50); }
                catch (ObjectDisposedException) { return; }
                catch (Exception error) { errors.Add(error); return; }
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        for (var i = 0; i < 40; i++)
        {
            index.Add(DocumentReader.Read($"new{i}", "新的一篇：实事求是，为人民服务。"));
            index.Commit();
        }
        index.Dispose();
        stop.Cancel();
        threads.ForEach(thread => thread.Join());
        Assert.Empty(errors);
    }

    [Fact]
    public async Task Whoever_adds_while_the_index_is_closed_is_told_and_the_last_commit_stands()
    {
        for (var round = 0; round < 10; round++)
        {
            var folder = $"{_folder}-{round}";
            var index = SearchIndex.Open(folder);
            index.Add(Document.Create("committed", "实事求是", ""));
            index.Commit();
            using var started = new CountdownEvent(3);
            var adders = Enumerable.Range(0, 3).Select(adder => Task.Run(() =>
            {
                for (var i = 0; ; i++)
                {
                    if (i == 1) started.Signal();
                    try { index.Add(Document.Create($"{adder}/{i}", "学习实事求是的思想路线", "")); }
                    catch (Exception closed) when (closed is ObjectDisposedException or IOException) { return; }
                }
            })).ToArray();
            started.Wait();
            index.Dispose();
            await Task.WhenAll(adders);
            using var again = SearchIndex.Open(folder);
            Assert.Equal(1, again.Count);
            again.Dispose();
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Statistics_tell_what_is_in_the_index()
    {
        using var index = SearchIndex.InMemory();
        index.Add(DocumentReader.Read("a", "---\ndate: 2022-01-02\nsource: 青山日报\n---\n学习实事求是"));
        index.Add(DocumentReader.Read("b", "---\ndate: 2024-01-02\nsource: 青山日报\n---\n学习"));
        index.Add(DocumentReader.Read("c", "没有日期"));
        index.Commit();
        var statistics = index.Statistics();
        Assert.Equal((3, new DateOnly(2022, 1, 2), new DateOnly(2024, 1, 2)), (statistics.Documents, statistics.Earliest, statistics.Latest));
        Assert.Equal([new("青山日报", 2), new("", 1)], statistics.Sources);
        Assert.Equal(new OccurrenceCount(2, 2), index.CountOccurrences("学习", SearchOptions.Default));
    }
}
