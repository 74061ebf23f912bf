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
        <translation>Not applicable</translation>
    </message>
</context>
<context>
    <name>ArrivalPanel</name>
    <message>
        <source>出示执法证件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>在场人员</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>当事人本人，或者当事人授权在场的人。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>告知</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请逐条念给当事人听，也可以把屏幕转过去让其阅读。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>询问并记录回答</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>姓名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>职务或者与当事人的关系</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>电话</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>身份证件号码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>回答记录后才能开始取证。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>告知完毕，开始检查</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已于 {at} 告知并记录。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>更新记录</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Attention</name>
    <message numerus="yes">
        <source>%n 次检查已完成，尚未提交审核</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>去提交</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>审核退回：{name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>审核意见：{name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打开检查</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打开检查 {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>退回理由：{reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words}（{by}）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>去处理</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>去处理 {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>未完成的检查：{name}，停在“{step}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>继续检查 {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>继续</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>项目 {number}&#x3000;{text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文书《{title}》</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>整个案件</source>
        <translation type="unfinished"></translation>
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
    <name>CertificateList</name>
    <message>
        <source>执法证号 {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有效期至 {day} · {organ}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChecklistPanel</name>
    <message>
        <source>检查部分</source>
        <translation type="unfinished">Sections</translation>
    </message>
    <message>
        <source>依据与指引</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>重点项</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>照片 %n 张</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>有备注</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>审核意见 %n 条</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>待认定问题</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>上次不符合</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>，</source>
        <translation type="unfinished"></translation>
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
    <name>DocumentView</name>
    <message>
        <source>另存为</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>核验</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打开检查</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选择一份文书</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这里显示的就是将要打印的 PDF。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>从文件打开</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{at} 出具</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>已打印 %n 份</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>理由：{because}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DocumentsPage</name>
    <message>
        <source>查找文书</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文号、文书名称或当事人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>全部</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待签名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已出具</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已更正、撤回或作废</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>核验其他 PDF 文件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文书列表</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文书</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>当事人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>状态</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有符合条件的文书</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>可以换一个条件，或清空查找内容。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本机还没有文书</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>检查中出具的文书会保存在这里，联网后上传。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>另存为</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF 文件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已保存为 {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>《{title}》已送往打印机“{printer}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选择要核验的 PDF</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EnterprisesPage</name>
    <message>
        <source>查找市场主体</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>名称中的两个字、拼音首字母，或统一社会信用代码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>市场主体</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选择一家市场主体</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>它的证照、任务、检查历史和文书会显示在这里。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有待办任务的主体</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>输入两个字开始查找</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>找到 %n 家</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>没有找到“{query}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>可以换用名称中的其他字、拼音首字母，或核对统一社会信用代码。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExpiryPanel</name>
    <message>
        <source>三十天内没有证照到期。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>证照将到期</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>档案中没有证照信息。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>检查历史</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有检查过。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文书</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本机没有该主体的文书。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>统一社会信用代码 {code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>联系电话</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>业态</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>网格</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>经营场所</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>责任监管人员</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>住所</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>开始检查</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>继续检查 {done}/{total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有待办任务。请联网同步任务后再开始。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>审批编号 {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有检查审批编号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待办任务</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有待办任务。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>责令改正</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>当场改正</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>立即改正</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有效期至 {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n 项不符合</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>全部符合</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n 项未见整改</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{found}，{left}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>检查中</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打开</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打开 {day} 的检查</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>查看</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>查看《{title}》</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindingEditor</name>
    <message>
        <source>请选择整改期限。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>认定问题</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现场查见的事实</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter 认定，Shift+Enter 换行。写明时间、地点、数量和现场状况。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>建议认定为</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>检查表没有为这个项目列出适用于该当事人的违法行为，不能在此认定。请核对检查结论，或者在备注中写明情况后改为合理缺项。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>处理措施（初次发现时允许的）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>整改期限</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>立即改正</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>限期改正</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>在此日之前改正</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>改正内容及要求</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已在检查现场改正</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>撤销认定</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已认定</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>更新认定</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待认定</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>认定</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GateList</name>
    <message>
        <source>合法性审查提示</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{mode} · 规则 {rule} · {basis}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>去处理</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>必须处理</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请注意</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>提示</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GuidancePane</name>
    <message>
        <source>依据与指引</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>审核意见</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不符合时取证：{evidence}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>合理缺项：{exclusion}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>项目文字为本系统自拟，导入官方检查要点表后以其为准。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不符合时</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>检查表没有列出适用于该当事人的违法行为。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本机未安装条文原文，以上为条款编号和概括。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>归类为推断</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>违反 {duty}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>依照 {penalty}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryCard</name>
    <message>
        <source>上次检查</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本机没有更早的检查记录。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} · {grade}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>未评定</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n 项不符合</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>没有不符合项</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n 项未见整改</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>立即</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} {wording}（期限：{due}）</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ItemCard</name>
    <message>
        <source>重点项</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>上次不符合</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>照片</source>
        <translation type="unfinished">Photos</translation>
    </message>
    <message>
        <source>备注</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>合理缺项的理由</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>记为合理缺项</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>合理缺项应当说明理由。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>可以直接采用检查表给出的情形，也可以改写。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>更正的理由</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>更正</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>更正应当写明理由。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已出具文书，原结论保留在记录中，更正另记一笔。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>更正于 {at}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>记录于 {at}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>更正为“{answer}”的理由</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MasterDetail</name>
    <message>
        <source>返回列表</source>
        <translation type="unfinished"></translation>
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
        <source>{name} · {at} · SHA-256 {digest}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>关闭</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlanningPanel</name>
    <message>
        <source>请选择</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>执法人员</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现场检查应当由两名以上执法人员进行，并出示执法证件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>另一名执法人员</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>检查地点</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>协助人员</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>见证人、技术人员、陪同人员等，没有可不填。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>开始检查</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>返回</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>主体档案</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>合并 %n 项任务</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>，%n 项检查</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>（其中重点项 %n 项）</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>统一社会信用代码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>当事人类型</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>电话</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>证照</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有审批编号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请选择另一名执法人员。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message>
        <source>打印文书</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印《{title}》</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印机</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>保存为文件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>便携打印机</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>系统打印机</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有可用的打印机</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>份数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>份</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>这份文书已打印 %n 份。再次打印会在记录中注明为补打。</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>补打</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>取消</source>
        <translation type="unfinished">Cancel</translation>
    </message>
    <message>
        <source>请选择打印机。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请输入 1 到 {most} 之间的份数。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProposalCard</name>
    <message>
        <source>归类为推断</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>由项目 {number} 提出 · 适用于：{parts}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>义务</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>罚则</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>前置</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本机未安装条文原文，概括：{summary}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>概括：{tier}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuestionCard</name>
    <message>
        <source>这样回答时不能继续检查。请先按告知内容处理（例如再次出示证件、逐项说明），然后重新询问。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReasonForm</name>
    <message>
        <source>取消</source>
        <translation type="unfinished">Cancel</translation>
    </message>
</context>
<context>
    <name>RectificationPanel</name>
    <message>
        <source>没有待复查的整改。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>整改到期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>立即改正</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RemarkCard</name>
    <message>
        <source>审核人员 · {at}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>答复：{text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>答复</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>去该项</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请填写答复。</source>
        <translation type="unfinished"></translation>
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
    <name>SettingsPage</name>
    <message>
        <source>显示与打印</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选择后立即生效。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>当前人员与设备</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>关于</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>市场监管现场执法 {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>按 Apache-2.0 许可发布。字体 Noto Sans SC、Noto Serif SC 按 OFL 1.1 许可，图标 Lucide 按 ISC 许可使用。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>程序不收集、不上报任何使用信息。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>语言</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>主题</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“强光”用于户外，对比度最高。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>浅色</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>深色</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>强光</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文字大小</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>默认打印机</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印文书时首先选中它。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>跟随系统</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>执法人员</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>审核人员</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>姓名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>角色</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>所属机构</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>执法机关</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本机编号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有效期 {start} 至 {end}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>执法证 {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>由 {issuer} 签发，有效期至 {end}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>电子签名证书 {subject}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>证件与证书</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有登记执法证或签名证书。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>检查表与条款</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本机没有安装检查表。请联网同步。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>每个包都经过签名验证；未签名或被改动的包不会使用。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>摘要 {digest}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>未使用</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已过期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已验证</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有效期至 {day}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>市场监管现场执法</source>
        <translation>Market Inspection</translation>
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
    <name>StatusBar</name>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>执法人员 {names}</source>
        <translation>Officers {names}</translation>
    </message>
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
    <message numerus="yes">
        <source>待上传 %n 项</source>
        <translation>
            <numerusform>%n unsent</numerusform>
            <numerusform>%n unsent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>待传照片 %n 张</source>
        <translation>
            <numerusform>%n photo waiting</numerusform>
            <numerusform>%n photos waiting</numerusform>
        </translation>
    </message>
    <message>
        <source>已全部上传</source>
        <translation>All sent</translation>
    </message>
    <message>
        <source>尚未同步</source>
        <translation>Never synced</translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>服务器</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本机编号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在同步……</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>立即同步</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在同步</source>
        <translation type="unfinished">Syncing</translation>
    </message>
    <message>
        <source>有内容待上传</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已全部上传</source>
        <translation type="unfinished">All sent</translation>
    </message>
    <message>
        <source>尚未同步</source>
        <translation type="unfinished">Never synced</translation>
    </message>
    <message>
        <source>可以继续工作，同步在后台进行。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不到一分钟后自动同步。</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>约 %n 分钟后自动同步。</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>上次成功同步：{at}。{rest}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已隔离</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>服务器没有接受的记录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这些记录完整保存在本机和服务器的隔离区，不影响其他案件。请联系管理员处理。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已用完</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>剩 %n 个</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{year} 年</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本机预留文号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本机还没有预留文号。同步一次即可领取。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有网络时，文书从这里取号；同步时自动补足。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本次运行以来</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这次打开程序后还没有同步过。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>未完成</source>
        <translation type="unfinished">to do</translation>
    </message>
    <message numerus="yes">
        <source>上传 %n 条记录</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>上传 %n 个附件</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>收到 %n 项更新</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n 条被隔离</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>没有新内容</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>完成</source>
        <translation type="unfinished">Done</translation>
    </message>
</context>
<context>
    <name>TaskCard</name>
    <message numerus="yes">
        <source>%n 项检查</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>合并 %n 项任务</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{tasks}，{items}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>未曾检查</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n 项不符合</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>全部符合</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n 项未见整改</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>，</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>上次 {day}：{result}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>开始</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>开始检查 {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>继续 {done}/{total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>继续检查 {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>档案</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打开档案 {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Terms</name>
    <message>
        <source>双随机</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>日常</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>风险预警</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>专项</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>复查</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>企业</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>个体工商户</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>事业单位、社会组织</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>自然人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>未评级</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{risk} 级风险</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>到场</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>检查</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>问题</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文书</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>签名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>送达</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>完成</source>
        <translation type="unfinished">Done</translation>
    </message>
    <message>
        <source>未检查</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>符合</source>
        <translation type="unfinished">Met</translation>
    </message>
    <message>
        <source>不符合</source>
        <translation type="unfinished">Not met</translation>
    </message>
    <message>
        <source>合理缺项</source>
        <translation type="unfinished">Not applicable</translation>
    </message>
    <message>
        <source>待签名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已出具</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已作废</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已更正</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已撤回</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>检查中</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待提交</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待审核</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已退回</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>审核通过</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>已逾期 %n 天</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>今天到期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>明天到期</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>还有 %n 天</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>长期有效</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>已过期 %n 天</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n 天后到期</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>有效</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>尚未生效</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>没有待办的检查任务</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>联网同步后，新的任务会出现在这里。也可以在“主体”中找到市场主体，直接开始检查。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>立即同步</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>再显示 %n 家</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>全部</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>逾期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>今天</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本周</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>证照将到期</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n 家主体</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n 项任务</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在核验签名……</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>记录摘要 {head}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>签名有效，签名后没有改动</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这份 PDF 没有证书签名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>签名后内容有改动，不能采信</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>内容没有改动，但签名人的证书不能确认</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>执法证 {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>内容已变</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>证书未确认</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有效</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VisitWords</name>
    <message>
        <source>尚未告知权利并记录回答</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>还有 %n 项没有检查结论</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>还有 %n 项不符合没有认定问题</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>尚未判定检查结果</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>还有 %n 份文书没有定稿</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>还有 %n 份文书没有签完</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>还没有定稿的文书</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>还有 %n 份文书没有送达</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>还没有出具的文书</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n 份文书定稿后记录有改动，需要重新定稿</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>送达回证还没有签好</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还有未完成的内容</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>责令当场改正</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>责令限期改正</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>警告</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>罚款</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没收</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>责令停产停业</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>吊销许可证</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>立案调查</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>移送有权机关</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>照片</source>
        <translation type="unfinished">Photos</translation>
    </message>
    <message>
        <source>文字说明</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>书面材料</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>食品生产</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>食品销售</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>餐饮服务</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>特殊食品</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>集中交易市场</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>食用农产品</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>网络平台</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>贮存服务</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>当事人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>见证人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>执法人员</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>受送达人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>直接送达</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>留置送达</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>委托送达</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>邮寄送达</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>电子送达</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>公告送达</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WaitingNumbers</name>
    <message>
        <source>待上传记录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待传照片</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待传文书和签名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待传附件大小</source>
        <translation type="unfinished"></translation>
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
